package dev.greenroom.worker.rubric;

import java.util.Locale;
import java.util.Optional;

/** A criterion that the embedded scorer can judge; a rubric names them in lower case. */
public enum Aspect {
    CORRECTNESS {
        @Override
        double of(Signals signals) {
            return signals.grade() - 1.2 * signals.wrong();
        }
    },
    COMPLETENESS {
        @Override
        double of(Signals signals) {
            return signals.coverage() - 0.6 * signals.wrong();
        }
    },
    DEPTH {
        @Override
        double of(Signals signals) {
            return 0.5 * signals.grade() + 0.5 * signals.breadth() - 0.8 * signals.wrong();
        }
    },
    CLARITY {
        @Override
        double of(Signals signals) {
            return signals.grade() - 0.8 * signals.wrong();
        }
    };

    /** The score from 0 to 1, before it is taken into account how the answer is put. */
    abstract double of(Signals signals);

    final double score(Signals signals) {
        return Math.clamp(of(signals) * signals.worth(), 0, 1);
    }

    public static Optional<Aspect> find(String criterion) {
        for (Aspect aspect : values()) {
            if (aspect.name().toLowerCase(Locale.ROOT).equals(criterion)) {
                return Optional.of(aspect);
            }
        }
        return Optional.empty();
    }
}
