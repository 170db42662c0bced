package dev.greenroom.worker.judge.blend;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.CriterionScore;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.concept.ConceptResult;
import dev.greenroom.worker.feedback.Advice;
import dev.greenroom.worker.judge.blend.ConceptBlend.Blended;
import dev.greenroom.worker.judge.reply.Verdict;
import dev.greenroom.worker.rubric.Certainty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles the score of one answer between the rubric and the judge: half and half by criterion, with the judge held to
 * what the answer can show. The rubric can't be talked into anything, so it is what bounds a judge that was.
 */
public final class Blend {

    /** How far above the rubric's upper bound a judge of a suspicious answer may be before nothing it says counts. */
    private static final int MARGIN = 5;

    /** Two scorers that far apart are a case for a person. */
    private static final int FAR_APART = 30;

    private static final double RUBRICS_SPREAD = 0.7;
    private static final double SHARE_OF_DISAGREEMENT = 0.25;

    private final AnswerKey key;
    private final Assessment first;
    private final boolean suspicious;
    private final Support support;

    /**
     * The two sides of one answer.
     *
     * @param suspicious whether the answer seems to talk to its judge
     * @param prose whether it is made of sentences
     */
    public Blend(AnswerKey key, Assessment first, boolean suspicious, boolean prose) {
        this.key = key;
        this.first = first;
        this.suspicious = suspicious;
        this.support = new Support(!suspicious && prose);
    }

    /** What comes of it. */
    public sealed interface Settlement {

        /** The two are settled; the provenance is the rubric's still. */
        record Agreed(Assessment assessment) implements Settlement {}

        /** The judge wanted to give far more than the rubric for an answer that asks for it. */
        record Overruled(Assessment assessment) implements Settlement {}
    }

    /** Settles the rubric's assessment with at least one verdict. */
    public Settlement settle(List<Verdict> verdicts) {
        Consensus judge = Consensus.of(verdicts);
        Set<Flag> flags = flags();
        Criteria criteria = new Criteria(key.rubric(), first.criteria());
        Score before = requireScore();
        int awarded = criteria.total(judge.scores());
        if (suspicious && awarded > before.value() + before.spread() + MARGIN) {
            return new Settlement.Overruled(overruled(flags, before));
        }
        List<Blended> concepts =
                key.concepts().stream().map(concept -> blend(concept, judge)).toList();
        List<CriterionScore> blended = criteria.blend(judge.scores(), concepts, suspicious);
        int total = Criteria.total(blended);
        int apart = Math.abs(awarded - before.value());
        double spread = RUBRICS_SPREAD * before.spread() + SHARE_OF_DISAGREEMENT * apart + judge.spread();
        boolean disputed = apart > FAR_APART || concepts.stream().anyMatch(Blended::disputed);
        Score score = Certainty.settled(total, spread, flags, disputed);
        return new Settlement.Agreed(assessment(score, blended, concepts, flags));
    }

    private Score requireScore() {
        Score score = first.score();
        if (score == null) {
            throw new IllegalArgumentException("Only an answer with a score can be judged again");
        }
        return score;
    }

    private Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(first.flags());
        if (suspicious) {
            flags.add(Flag.INJECTION_SUSPECTED);
        }
        return flags;
    }

    private Blended blend(Concept concept, Consensus judge) {
        ConceptFinding found = first.concepts().stream()
                .filter(finding -> finding.id().equals(concept.id()))
                .findFirst()
                .orElseThrow();
        return new ConceptBlend(concept, found, mistakeIn(first.misconceptions(), concept), support)
                .with(judge.claims().get(concept.id()), mistakeIn(judge.mistakes(), concept));
    }

    private static @Nullable MisconceptionFinding mistakeIn(List<MisconceptionFinding> findings, Concept concept) {
        return findings.stream()
                .filter(finding -> finding.conceptId().equals(concept.id()))
                .findFirst()
                .orElse(null);
    }

    private Assessment assessment(Score score, List<CriterionScore> criteria, List<Blended> concepts, Set<Flag> flags) {
        List<ConceptResult> results = concepts.stream().map(Blended::result).toList();
        return new Assessment(
                first.status(),
                first.reason(),
                score,
                criteria,
                concepts.stream().map(Blended::finding).toList(),
                results.stream()
                        .flatMap(result -> result.misconception().stream())
                        .toList(),
                Advice.strengths(results),
                Advice.improvements(results),
                first.modelAnswer(),
                first.delivery(),
                new ArrayList<>(flags),
                first.provenance());
    }

    private Assessment overruled(Set<Flag> flags, Score before) {
        return new Assessment(
                first.status(),
                first.reason(),
                Score.of(before.value(), before.spread(), before.confidence(), true),
                first.criteria(),
                first.concepts(),
                first.misconceptions(),
                first.strengths(),
                first.improvements(),
                first.modelAnswer(),
                first.delivery(),
                new ArrayList<>(flags),
                first.provenance());
    }
}
