package dev.greenroom.worker.judge.followup;

import dev.greenroom.worker.followup.Probing;
import dev.greenroom.worker.judge.budget.Prices;
import dev.greenroom.worker.judge.budget.Usage;
import dev.greenroom.worker.judge.followup.Draft.Checked;
import dev.greenroom.worker.judge.provider.Allowance;
import dev.greenroom.worker.judge.provider.Chat;
import dev.greenroom.worker.judge.provider.Outcome;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Has a model put a curated follow-up in the candidate's own words; what it writes is asked only if it passes every check. */
public final class FollowUpPhrasing {

    /** For an answer; there is no time for another. */
    public static final int CALLS = 1;

    private final Chat chat;
    private final Prices prices;
    private final PhrasingPrompt prompts;
    private final Duration time;

    /** @param time the candidate waits meanwhile: after it, the curated question is asked */
    public FollowUpPhrasing(Chat chat, Prices prices, RandomGenerator random, Duration time) {
        this.chat = chat;
        this.prices = prices;
        this.prompts = new PhrasingPrompt(random);
        this.time = time;
    }

    /** Never throws. */
    public Phrased phrase(Probing probing) {
        Outcome outcome = chat.ask(prompts.write(probing), 0, new Allowance(CALLS, time));
        return switch (outcome) {
            case Outcome.Answered answered -> checked(answered, probing);
            case Outcome.Failed failed -> Phrased.asCurated(failed.trouble().name(), Usage.NONE);
        };
    }

    private Phrased checked(Outcome.Answered answered, Probing probing) {
        Usage usage = prices.usage(answered.promptTokens(), answered.completionTokens());
        return switch (Draft.of(answered.complete() ? answered.text() : "", probing)) {
            case Checked.Fit(String question) -> Phrased.anew(question, usage);
            case Checked.Unfit(Draft.Flaw flaw) -> Phrased.asCurated(flaw.name(), usage);
        };
    }
}
