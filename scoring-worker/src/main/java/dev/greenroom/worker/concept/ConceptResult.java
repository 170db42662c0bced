package dev.greenroom.worker.concept;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.question.Concept;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer did with a concept.
 *
 * @param support how fully the answer makes the point: 0 not at all, 1 like those who make it well
 * @param evidence what shows the state; null exactly when the concept is {@code MISSED}
 * @param mistake what the answer says wrongly about the concept, which may contradict what it says elsewhere
 */
public record ConceptResult(
        Concept concept,
        ConceptState state,
        double support,
        @Nullable Evidence evidence,
        @Nullable Mistake mistake) {

    /** Wrong words and what is right. */
    public record Mistake(Evidence evidence, String correction) {}

    /** A required concept counts half as much again as another one of its weight. */
    private static final double REQUIRED = 1.5;

    /** What the concept counts for in how much of a question is covered. */
    public double importance() {
        return concept.weight() * (concept.required() ? REQUIRED : 1);
    }

    public static ConceptResult missed(Concept concept, double support) {
        return new ConceptResult(concept, ConceptState.MISSED, support, null, null);
    }

    public ConceptFinding finding() {
        return new ConceptFinding(
                concept.id(),
                concept.label(),
                state,
                concept.weight(),
                evidence == null ? List.of() : List.of(evidence));
    }

    /** Whether the answer also says the opposite of what it says elsewhere. */
    public boolean contradictsItself() {
        return mistake != null && state != ConceptState.WRONG;
    }

    public Optional<MisconceptionFinding> misconception() {
        return Optional.ofNullable(mistake).map(this::misconception);
    }

    private MisconceptionFinding misconception(Mistake said) {
        Evidence quote = said.evidence();
        return new MisconceptionFinding(concept.id(), quote.quote(), quote.start(), quote.end(), said.correction());
    }
}
