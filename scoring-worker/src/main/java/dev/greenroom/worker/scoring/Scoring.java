package dev.greenroom.worker.scoring;

import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.lease.InFlight;
import dev.greenroom.worker.opinion.Unsettled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sees claimed answers through, each on a virtual thread of its own. */
@Singleton
public final class Scoring {

    private final AnswerScoring answers;
    private final InFlight inFlight;

    Scoring(AnswerScoring answers, InFlight inFlight) {
        this.answers = answers;
        this.inFlight = inFlight;
    }

    /**
     * Returns at once.
     *
     * @param traces the traces that the answers belong to, as far as they are known
     * @param whenOneIsDone called once for each claim, when it no longer takes a slot
     */
    public void start(List<Claim> claims, Map<UUID, String> traces, Runnable whenOneIsDone) {
        if (!claims.isEmpty()) {
            inFlight.add(claims);
            Thread.startVirtualThread(() -> scoreAll(claims, traces, whenOneIsDone));
        }
    }

    private void scoreAll(List<Claim> claims, Map<UUID, String> traces, Runnable whenOneIsDone) {
        Map<UUID, Work> read = answers.read(claims);
        for (Claim claim : claims) {
            UUID answer = claim.answerId();
            Thread.startVirtualThread(() -> ScoringTrace.follow(
                    claim, traces.get(answer), () -> seeThrough(claim, read.get(answer), whenOneIsDone)));
        }
    }

    /** Gives the slot free before the wait for a language model, which takes nothing that others could use. */
    private void seeThrough(Claim claim, @Nullable Work read, Runnable whenOneIsDone) {
        try {
            score(claim, read, whenOneIsDone).ifPresent(unsettled -> answers.settle(claim, unsettled));
        } finally {
            inFlight.remove(claim);
        }
    }

    private Optional<Unsettled> score(Claim claim, @Nullable Work read, Runnable whenOneIsDone) {
        try {
            return answers.score(claim, read);
        } finally {
            whenOneIsDone.run();
        }
    }
}
