package dev.greenroom.worker.judge.blend;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.concept.ConceptResult;
import dev.greenroom.worker.concept.ConceptResult.Mistake;
import dev.greenroom.worker.judge.reply.Verdict.Claim;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settles one concept between what the rubric found and what the judge claims. Neither moves the other by two steps. */
final class ConceptBlend {

    private static final int QUOTES = 3;

    private final Concept concept;
    private final ConceptFinding first;
    private final @Nullable Mistake firstMistake;
    private final Support support;

    ConceptBlend(Concept concept, ConceptFinding first, @Nullable MisconceptionFinding firstMistake, Support support) {
        this.concept = concept;
        this.first = first;
        this.firstMistake = firstMistake == null ? null : mistake(firstMistake);
        this.support = support;
    }

    /**
     * A concept as it is settled.
     *
     * @param evidence of both, in the order of the answer
     * @param disputed whether the two are so far apart that a person should look
     */
    record Blended(ConceptResult result, List<Evidence> evidence, boolean disputed) {

        ConceptFinding finding() {
            Concept concept = result.concept();
            return new ConceptFinding(concept.id(), concept.label(), result.state(), concept.weight(), evidence);
        }
    }

    private static Mistake mistake(MisconceptionFinding finding) {
        return new Mistake(new Evidence(finding.quote(), finding.start(), finding.end()), finding.correction());
    }

    /** @param claimed null where the judge shows nothing about the concept; the rubric's finding stands then */
    Blended with(@Nullable Claim claimed, @Nullable MisconceptionFinding found) {
        if (claimed == null) {
            return asFound(false);
        }
        return switch (claimed.state()) {
            case WRONG -> wrong(claimed, found);
            case MISSED -> missed();
            case PARTIAL -> partly(claimed);
            case COVERED -> covered(claimed);
        };
    }

    private Blended wrong(Claim claim, @Nullable MisconceptionFinding found) {
        Mistake mistake =
                found == null ? new Mistake(claim.evidence().getFirst(), concept.statement()) : mistake(found);
        return switch (first.state()) {
            case COVERED -> settled(ConceptState.PARTIAL, first.evidence(), mistake, true);
            case PARTIAL, MISSED -> settled(ConceptState.WRONG, claim.evidence(), mistake, false);
            case WRONG -> settled(ConceptState.WRONG, union(claim), firstMistake, false);
        };
    }

    private Blended missed() {
        return switch (first.state()) {
            case COVERED -> settled(ConceptState.PARTIAL, first.evidence(), firstMistake, true);
            case PARTIAL, MISSED -> settled(ConceptState.MISSED, List.of(), null, false);
            case WRONG -> asFound(true);
        };
    }

    private Blended partly(Claim claim) {
        return switch (first.state()) {
            case COVERED, PARTIAL -> settled(ConceptState.PARTIAL, union(claim), firstMistake, false);
            case MISSED -> raised(ConceptState.PARTIAL, support.forAPart(concept, claim.evidence()), false);
            case WRONG -> raised(ConceptState.PARTIAL, apartFromMistake(claim), true);
        };
    }

    private Blended covered(Claim claim) {
        return switch (first.state()) {
            case COVERED -> settled(ConceptState.COVERED, union(claim), firstMistake, false);
            case PARTIAL -> raised(ConceptState.COVERED, support.forAll(concept, claim.evidence()), false);
            case MISSED -> raised(ConceptState.PARTIAL, support.forAPart(concept, claim.evidence()), true);
            case WRONG -> raised(ConceptState.PARTIAL, apartFromMistake(claim), true);
        };
    }

    /** What the rubric takes for wrong can't at the same time be the evidence that it is right. */
    private List<Evidence> apartFromMistake(Claim claim) {
        List<Evidence> quotes = support.forAPart(concept, claim.evidence());
        return quotes.stream()
                .filter(quote -> first.evidence().stream()
                        .noneMatch(wrong -> quote.start() < wrong.end() && wrong.start() < quote.end()))
                .toList();
    }

    /** Without supporting words the rubric's finding stands. */
    private Blended raised(ConceptState state, List<Evidence> supporting, boolean disputed) {
        if (supporting.isEmpty()) {
            return asFound(disputed);
        }
        List<Evidence> quotes = first.state() == ConceptState.WRONG ? supporting : union(supporting);
        return settled(state, quotes, firstMistake, disputed);
    }

    private Blended asFound(boolean disputed) {
        return settled(first.state(), first.evidence(), firstMistake, disputed);
    }

    private Blended settled(ConceptState state, List<Evidence> evidence, @Nullable Mistake mistake, boolean disputed) {
        Evidence shown = evidence.isEmpty() ? null : evidence.getFirst();
        double credit = switch (state) {
            case COVERED -> 1;
            case PARTIAL -> 0.5;
            case MISSED, WRONG -> 0;
        };
        return new Blended(new ConceptResult(concept, state, credit, shown, mistake), evidence, disputed);
    }

    private List<Evidence> union(Claim claim) {
        return union(claim.evidence());
    }

    private List<Evidence> union(List<Evidence> others) {
        return Stream.concat(
                        first.evidence().stream(),
                        others.stream().filter(other -> !first.evidence().contains(other)))
                .limit(QUOTES)
                .sorted(Comparator.comparingInt(Evidence::start))
                .toList();
    }
}
