package dev.greenroom.api.report;

import dev.greenroom.model.evaluation.CriterionScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up what threads scored. Each thread with a score counts the same, however often was asked back; within a thread,
 * each turn with a score.
 */
final class Tally {

    private final List<QuestionThread> scored;

    Tally(List<QuestionThread> threads) {
        this.scored =
                threads.stream().filter(thread -> thread.score().isPresent()).toList();
    }

    /**
     * The mean of the threads; empty when none has a score. The spread is the mean of theirs, the most that it can be: the
     * errors of one scorer may all point the same way.
     */
    Optional<ReportView.Grade> grade() {
        return scored.isEmpty()
                ? Optional.empty()
                : Optional.of(ReportView.Grade.of(
                        mean(scored.stream()
                                .map(thread -> thread.score().orElseThrow())
                                .toList()),
                        mean(scored.stream()
                                .map(thread -> thread.spread().orElseThrow())
                                .toList())));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Each criterion with its share of the whole, in the order of the rubrics; the shares add up to 1. */
    List<ReportView.Criterion> criteria() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (QuestionThread thread : scored) {
            double share = 1.0 / scored.size() / thread.scored().size();
            thread.scored().stream()
                    .flatMap(turn -> Optional.ofNullable(turn.evaluation()).stream())
                    .flatMap(evaluation -> evaluation.criteria().stream())
                    .forEach(criterion -> sums.computeIfAbsent(criterion.id(), _ -> new Sum(criterion.label()))
                            .add(criterion, share));
        }
        List<ReportView.Criterion> criteria = new ArrayList<>();
        sums.forEach((id, sum) -> criteria.add(sum.of(id)));
        return criteria;
    }

    private static final class Sum {

        private final String label;
        private double weight;
        private double points;

        Sum(String label) {
            this.label = label;
        }

        void add(CriterionScore criterion, double share) {
            weight += criterion.weight() * share;
            points += criterion.weight() * share * criterion.score();
        }

        ReportView.Criterion of(String id) {
            int score = weight == 0 ? 0 : (int) Math.round(points / weight);
            return ReportView.Criterion.of(id, label, Math.round(weight * 1000) / 1000.0, score);
        }
    }
}
