package dev.greenroom.worker.assessment;

/** A slower look at an answer whose first assessment is there already: an LLM judge, or nobody. */
public interface SecondOpinion {

    /** Whether the answer goes on to {@link #consider}. Cheap: decided before the first assessment is stored. */
    boolean wanted(OpinionRequest request);

    /**
     * Looks at the answer again.
     *
     * <p>Blocks for as long as the provider takes, up to the configured limits; called on a virtual thread, outside of any
     * transaction. Trouble with the provider is an outcome, never an exception.
     */
    Opinion consider(OpinionRequest request);
}
