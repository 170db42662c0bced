package dev.greenroom.worker.gate;

import dev.greenroom.model.evaluation.Flag;
import java.util.List;

/** What the gate decides about an answer. */
public sealed interface Verdict {

    /** The answer goes on to be scored. */
    record Scorable(List<Flag> flags) implements Verdict {

        public Scorable {
            flags = List.copyOf(flags);
        }
    }

    /** The answer shows nothing: its score is 0. */
    record NoEvidence(Flag flag) implements Verdict {}

    /** There is no telling what was said, so there is no score. */
    record Unreliable() implements Verdict {}
}
