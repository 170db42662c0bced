package dev.greenroom.worker.opinion;

import dev.greenroom.worker.assessment.SecondOpinion;
import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.writing.FailureReason;
import dev.greenroom.worker.writing.ResultWriting;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Stores first assessments, as the last word or for the time until there is a second opinion. */
@Singleton
public final class FirstResults {

    private final SecondOpinion opinion;
    private final FollowUpWording wording;
    private final ResultWriting results;
    private final Insistence insistence;

    FirstResults(SecondOpinion opinion, FollowUpWording wording, ResultWriting results, Insistence insistence) {
        this.opinion = opinion;
        this.wording = wording;
        this.results = results;
        this.insistence = insistence;
    }

    /** To be called when the scoring of an answer begins. */
    public ResultWriting.ExpectedResult expect() {
        return results.expect();
    }

    /**
     * Stores what has to be stored now; what is left to do is to {@linkplain #word find words} for the follow-up and to
     * hear the second opinion, unless the result is empty.
     *
     * <p>An answer that has a final evaluation already keeps it until the second opinion comes: nobody waits for less.
     *
     * @param result the place that {@link #expect} gave it
     */
    public Optional<Unsettled> store(Unsettled scored, ResultWriting.ExpectedResult result) {
        boolean wanted = !scored.sandbox() && opinion.wanted(scored.request());
        if (wanted) {
            boolean storedNow = scored.isNew() && !wording.isDue(scored);
            return storedNow ? storeForNow(scored) : Optional.of(scored);
        }
        if (scored.isPreliminary()) {
            insistence.insist(() -> results.giveUp(scored.claim(), FailureReason.OPINION_NOT_WANTED));
        } else {
            insistence.insist(() -> result.write(scored.first()));
        }
        return Optional.empty();
    }

    /**
     * Stores the first assessment of an answer whose follow-up had no words yet; what is left to do then is to hear the
     * second opinion, unless the result is empty. Blocks while the words are found; outside of any transaction.
     */
    public Optional<Unsettled> word(Unsettled scored) {
        return scored.isNew() ? storeForNow(wording.word(scored)) : Optional.of(scored);
    }

    private Optional<Unsettled> storeForNow(Unsettled scored) {
        return insistence.insist(() -> results.writePreliminary(scored.first())).map(scored::after);
    }
}
