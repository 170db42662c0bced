package dev.greenroom.api.progress;

import java.util.List;

/** The mean mastery of concepts, to two decimals. */
final class Mean {

    private Mean() {}

    static double of(List<ConceptProgress> concepts) {
        return rounded(concepts.stream()
                .mapToDouble(ConceptProgress::mastery)
                .average()
                .orElse(0));
    }

    static double rounded(double mastery) {
        return Math.round(mastery * 100) / 100.0;
    }
}
