package dev.greenroom.worker.followup;

import java.util.Optional;

/** Puts follow-ups into words that take up what the candidate just said: a language model, or nobody. */
public interface Rephrasing {

    /** Whether there is anybody to ask. Cheap: decided before the first assessment of an answer is stored. */
    boolean offered();

    /**
     * The question to ask; empty if it is to be asked as it is curated.
     *
     * <p>The candidate waits meanwhile, up to the configured budget. Called on a virtual thread, outside of any transaction.
     * Trouble is an outcome, never an exception.
     */
    Optional<String> rephrase(Probing probing);
}
