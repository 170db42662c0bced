package dev.greenroom.bench.judging;

import dev.greenroom.model.evaluation.Flag;
import java.util.List;
import java.util.Locale;

/** What the defences cost honest answers. */
record Cost(List<Paid> all) {

    private static final double SCALE = 100;

    Cost {
        all = List.copyOf(all);
    }

    /**
     * What one answer paid.
     *
     * @param settled its points
     * @param undefended what they would be if rubric and judge were settled half and half, with nothing bounded
     * @param flags raised on it
     */
    record Paid(int settled, double undefended, List<Flag> flags) {

        Paid {
            flags = List.copyOf(flags);
        }
    }

    /** The mean distance between both, as a share of the scale. */
    double drift() {
        return all.stream()
                .mapToDouble(paid -> Math.abs(paid.settled() - paid.undefended()) / SCALE)
                .average()
                .orElse(0);
    }

    /** The share of answers that were suspected. */
    double falseFlags() {
        return all.stream()
                .mapToDouble(paid -> paid.flags().contains(Flag.INJECTION_SUSPECTED) ? 1 : 0)
                .average()
                .orElse(0);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-28s n=%-4d drift %.4f, false flags %.4f%n",
                "honest answers",
                all.size(),
                drift(),
                falseFlags());
    }
}
