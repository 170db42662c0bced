package dev.greenroom.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param limit what {@code measured} is compared with; null if the goal is about the measured value itself
 * @param goal null for a figure that is told for information
 * @param samples how many measurements it rests on
 */
record Figure(
        String name,
        String unit,
        double measured,
        @Nullable Double limit,
        @Nullable Goal goal,
        int samples) {

    /** Measured over limit, or the measured value if there is no limit. */
    double ratio() {
        return limit == null ? measured : measured / limit;
    }

    boolean isMet() {
        return goal == null || goal.isMetBy(ratio());
    }

    /** How large a ratio has to be, or may be. */
    sealed interface Goal {

        boolean isMetBy(double ratio);

        /** No less than this. */
        record AtLeast(double bound) implements Goal {
            @Override
            public boolean isMetBy(double ratio) {
                return ratio >= bound;
            }

            @Override
            public String toString() {
                return ">= " + number(bound);
            }
        }

        /** No more than this. */
        record AtMost(double bound) implements Goal {
            @Override
            public boolean isMetBy(double ratio) {
                return ratio <= bound;
            }

            @Override
            public String toString() {
                return "<= " + number(bound);
            }
        }
    }

    /** With as many digits as a reader needs. */
    static String number(double value) {
        int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
