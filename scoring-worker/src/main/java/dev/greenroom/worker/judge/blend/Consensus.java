package dev.greenroom.worker.judge.blend;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.worker.judge.reply.Verdict;
import dev.greenroom.worker.judge.reply.Verdict.Claim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What several verdicts on one answer have in common: the median where they differ, the lower one of two middles.
 *
 * @param scores 0 to 100 by criterion
 * @param claims by concept; those that at least half of the verdicts make with evidence
 * @param mistakes those that at least half of the verdicts found, one for each concept
 * @param spread half the mean distance, in points, between the highest and the lowest verdict on a criterion
 */
record Consensus(
        Map<String, Integer> scores, Map<String, Claim> claims, List<MisconceptionFinding> mistakes, int spread) {

    private static final int QUOTES = 3;

    static Consensus of(List<Verdict> verdicts) {
        Map<String, Integer> scores = new HashMap<>();
        int distances = 0;
        for (String criterion : verdicts.getFirst().levels().keySet()) {
            List<Integer> sorted = verdicts.stream()
                    .map(verdict -> Verdict.points(verdict.levels().getOrDefault(criterion, Band.NO_EVIDENCE)))
                    .sorted()
                    .toList();
            scores.put(criterion, sorted.get((sorted.size() - 1) / 2));
            distances += sorted.getLast() - sorted.getFirst();
        }
        return new Consensus(scores, claims(verdicts), mistakes(verdicts), distances / Math.max(1, 2 * scores.size()));
    }

    private static Map<String, Claim> claims(List<Verdict> verdicts) {
        Map<String, List<Claim>> all = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            verdict.concepts()
                    .forEach((id, claim) ->
                            all.computeIfAbsent(id, _ -> new ArrayList<>()).add(claim));
        }
        Map<String, Claim> agreed = new HashMap<>();
        all.forEach((id, claims) -> {
            if (2 * claims.size() >= verdicts.size()) {
                agreed.put(id, agreed(claims));
            }
        });
        return agreed;
    }

    private static Claim agreed(List<Claim> claims) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparingInt(claim -> credit(claim.state())));
        ConceptState state = sorted.get((sorted.size() - 1) / 2).state();
        List<Evidence> quotes = claims.stream()
                .filter(claim -> claim.state() == state)
                .flatMap(claim -> claim.evidence().stream())
                .distinct()
                .limit(QUOTES)
                .toList();
        return new Claim(state, quotes);
    }

    private static int credit(ConceptState state) {
        return switch (state) {
            case WRONG -> 0;
            case MISSED -> 1;
            case PARTIAL -> 2;
            case COVERED -> 3;
        };
    }

    private static List<MisconceptionFinding> mistakes(List<Verdict> verdicts) {
        List<MisconceptionFinding> agreed = new ArrayList<>();
        TreeSet<String> concepts = new TreeSet<>();
        verdicts.forEach(verdict -> verdict.mistakes().forEach(mistake -> concepts.add(mistake.conceptId())));
        for (String concept : concepts) {
            List<MisconceptionFinding> found = verdicts.stream()
                    .flatMap(verdict -> verdict.mistakes().stream()
                            .filter(mistake -> mistake.conceptId().equals(concept))
                            .limit(1))
                    .toList();
            if (2 * found.size() >= verdicts.size()) {
                agreed.add(found.getFirst());
            }
        }
        return Collections.unmodifiableList(agreed);
    }
}
