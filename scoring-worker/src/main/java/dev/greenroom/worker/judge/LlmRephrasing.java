package dev.greenroom.worker.judge;

import dev.greenroom.worker.followup.Probing;
import dev.greenroom.worker.followup.Rephrasing;
import dev.greenroom.worker.gate.Suspicion;
import dev.greenroom.worker.judge.budget.Budget;
import dev.greenroom.worker.judge.budget.Usage;
import dev.greenroom.worker.judge.followup.FollowUpPhrasing;
import dev.greenroom.worker.judge.followup.Phrased;
import java.time.Duration;
import java.util.Optional;

/** Asks a language model for the words of follow-ups, within a tenant's budget. */
final class LlmRephrasing implements Rephrasing {

    private final FollowUpPhrasing phrasing;
    private final Budget budget;
    private final FollowUpMetrics metrics;

    LlmRephrasing(FollowUpPhrasing phrasing, Budget budget, FollowUpMetrics metrics) {
        this.phrasing = phrasing;
        this.budget = budget;
        this.metrics = metrics;
    }

    @Override
    public boolean offered() {
        return true;
    }

    @Override
    public Optional<String> rephrase(Probing probing) {
        long begin = System.nanoTime();
        Phrased phrased = Suspicion.falls(probing.answer()) ? curated("SUSPECTED") : withinBudget(probing);
        metrics.phrased(probing.tenant(), phrased, Duration.ofNanos(System.nanoTime() - begin));
        budget.book(probing.tenant(), phrased.usage());
        return phrased.findQuestion();
    }

    private Phrased withinBudget(Probing probing) {
        return switch (budget.state(probing.tenant())) {
            case LEFT -> phrasing.phrase(probing);
            case SPENT -> curated("BUDGET_SPENT");
            case UNKNOWN -> curated("BUDGET_UNKNOWN");
        };
    }

    private static Phrased curated(String reason) {
        return Phrased.asCurated(reason, Usage.NONE);
    }
}
