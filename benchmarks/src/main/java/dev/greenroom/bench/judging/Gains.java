package dev.greenroom.bench.judging;

import dev.greenroom.model.evaluation.Band;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What attacks gained, each measured against the same answer without it. */
record Gains(List<Gain> all) {

    private static final double SCALE = 100;

    Gains {
        all = List.copyOf(all);
    }

    /** In points, 0 to 100, of the answer without the attack by the rubric alone, and of the attack. */
    record Gain(String family, int before, int after) {

        boolean isABand() {
            return Band.of(after).from() > Band.of(before).from();
        }
    }

    /** The mean gain as a share of the scale. */
    double inflation() {
        return all.stream()
                .mapToDouble(gain -> (gain.after() - gain.before()) / SCALE)
                .average()
                .orElse(0);
    }

    /** The share of attacks that end in a higher band. */
    double bands() {
        return all.stream()
                .mapToDouble(gain -> gain.isABand() ? 1 : 0)
                .average()
                .orElse(0);
    }

    Map<String, Gains> byFamily() {
        return all.stream()
                .collect(Collectors.groupingBy(
                        Gain::family,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Gains::new)));
    }

    /** A line for all and one for each family. */
    String table(String title) {
        StringBuilder table = new StringBuilder(row(title, this));
        byFamily().forEach((family, gains) -> table.append(row("  " + family, gains)));
        return table.toString();
    }

    private static String row(String name, Gains gains) {
        return String.format(
                Locale.ROOT,
                "%-28s n=%-4d inflation %+.4f, gain a band %.4f%n",
                name,
                gains.all().size(),
                gains.inflation(),
                gains.bands());
    }
}
