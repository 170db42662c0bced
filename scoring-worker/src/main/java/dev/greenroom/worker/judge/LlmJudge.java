package dev.greenroom.worker.judge;

import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Opinion;
import dev.greenroom.worker.assessment.OpinionRequest;
import dev.greenroom.worker.assessment.SecondOpinion;
import dev.greenroom.worker.gate.Cleaning;
import dev.greenroom.worker.gate.Suspicion;
import dev.greenroom.worker.judge.JudgeConfig.WhenDown;
import dev.greenroom.worker.judge.blend.Blend;
import dev.greenroom.worker.judge.blend.Blend.Settlement;
import dev.greenroom.worker.judge.budget.Budget;
import dev.greenroom.worker.judge.budget.Usage;
import dev.greenroom.worker.judge.prompt.Prompt;
import dev.greenroom.worker.judge.prompt.PromptWriting;
import dev.greenroom.worker.judge.provider.Outcome.Failed;
import dev.greenroom.worker.judge.provider.Trouble;
import dev.greenroom.worker.judge.reply.QuoteSearch;
import dev.greenroom.worker.judge.reply.ReplyReading;
import dev.greenroom.worker.language.Word;
import dev.greenroom.worker.language.WordOrder;
import java.time.Duration;
import java.util.Objects;

/** Asks a language model about an answer and settles what it says with what the rubric found. */
final class LlmJudge implements SecondOpinion {

    private static final Duration NEXT_TRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final PromptWriting prompts;
    private final Panel panel;
    private final Budget budget;
    private final JudgeMetrics metrics;
    private final WhenDown whenDown;

    LlmJudge(PromptWriting prompts, Panel panel, Budget budget, JudgeMetrics metrics, WhenDown whenDown) {
        this.prompts = prompts;
        this.panel = panel;
        this.budget = budget;
        this.metrics = metrics;
        this.whenDown = whenDown;
    }

    /** What the gate decided needs no second look. */
    @Override
    public boolean wanted(OpinionRequest request) {
        Assessment first = request.first();
        return first.status() == EvaluationStatus.SCORED && first.provenance().scorer() == Scorer.RUBRIC;
    }

    @Override
    public Opinion consider(OpinionRequest request) {
        return switch (budget.state(request.tenant())) {
            case LEFT -> ask(request);
            case SPENT -> unheard(request, Failed.of(Trouble.BUDGET_SPENT), Usage.NONE);
            case UNKNOWN -> unheard(request, Failed.of(Trouble.BUDGET_UNKNOWN), Usage.NONE);
        };
    }

    private Opinion ask(OpinionRequest request) {
        long begin = System.nanoTime();
        String answer = request.input().text();
        Cleaning cleaning = Cleaning.of(answer, request.key().prompt());
        Prompt prompt = prompts.write(request.key(), request.thread(), request.asked(), cleaning.text());
        ReplyReading reading = new ReplyReading(request.key(), new QuoteSearch(answer, cleaning.text()));
        Hearing hearing = panel.hear(prompt, reading);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        budget.book(request.tenant(), hearing.usage());
        metrics.used(request.tenant(), hearing.usage(), time);
        if (hearing.verdicts().isEmpty()) {
            return unheard(request, hearing.trouble().orElseThrow(), hearing.usage());
        }
        boolean prose = WordOrder.of(Word.listIn(cleaning.text())) == WordOrder.PROSE;
        Settlement settlement =
                new Blend(request.key(), request.first(), Suspicion.falls(answer), prose).settle(hearing.verdicts());
        return new Opinion.Settled(settled(settlement, prompt, hearing, time));
    }

    private Assessment settled(Settlement settlement, Prompt prompt, Hearing hearing, Duration time) {
        return switch (settlement) {
            case Settlement.Agreed(Assessment assessment) ->
                assessment.by(judged(assessment.provenance(), prompt, hearing, time));
            case Settlement.Overruled(Assessment assessment) -> {
                metrics.fellBack("OVERRULED");
                yield assessment.by(alone(assessment.provenance(), "JUDGE_OVERRULED", hearing.usage()));
            }
        };
    }

    /** Nothing was heard: the rubric's assessment stands, or the answer waits. */
    private Opinion unheard(OpinionRequest request, Failed failed, Usage usage) {
        String reason = failed.trouble().name();
        metrics.fellBack(reason);
        if (whenDown == WhenDown.WAIT && failed.trouble().passes()) {
            return new Opinion.Postponed("PROVIDER_UNAVAILABLE", nextTry(failed));
        }
        Assessment first = request.first();
        return new Opinion.Settled(first.by(alone(first.provenance(), "JUDGE_" + reason, usage)));
    }

    private Duration nextTry(Failed failed) {
        Duration next = failed.trouble() == Trouble.BUDGET_SPENT
                ? budget.untilTomorrow()
                : Objects.requireNonNullElse(failed.retryAfter(), NEXT_TRY);
        Duration least = next.compareTo(NEXT_TRY) < 0 ? NEXT_TRY : next;
        return least.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : least;
    }

    private static Provenance judged(Provenance first, Prompt prompt, Hearing hearing, Duration time) {
        Usage usage = hearing.usage();
        return new Provenance(
                Scorer.HYBRID,
                hearing.model(),
                prompt.hash(),
                first.rubric(),
                first.question(),
                first.inputHash(),
                first.latencyMs() + time.toMillis(),
                usage.promptTokens(),
                usage.completionTokens(),
                hearing.verdicts().size(),
                usage.cost(),
                null);
    }

    private static Provenance alone(Provenance first, String fallback, Usage usage) {
        boolean used = usage.calls() > 0;
        return new Provenance(
                first.scorer(),
                first.model(),
                null,
                first.rubric(),
                first.question(),
                first.inputHash(),
                first.latencyMs(),
                used ? usage.promptTokens() : null,
                used ? usage.completionTokens() : null,
                null,
                usage.cost(),
                fallback);
    }
}
