package dev.greenroom.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.greenroom.api.report.MarkedText.Piece;
import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Contradiction;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.evaluation.Settlement;
import dev.greenroom.model.evaluation.Stage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    private static final String TEXT = "It is lazy and it is cached.";

    @Test
    void marksWhatAnAnswerShows() {
        MarkedText marked = marked(TEXT, finding("lazy", ConceptState.COVERED, 6, 10));

        assertThat(marked.pieces())
                .containsExactly(
                        new Piece("It is ", null, false, List.of()),
                        new Piece("lazy", ConceptState.COVERED, false, List.of(1)),
                        new Piece(" and it is cached.", null, false, List.of()));
    }

    @Test
    void cutsOverlappingEvidenceWhereItOverlapsAndShowsTheGravest() {
        MarkedText marked =
                marked(TEXT, finding("lazy", ConceptState.COVERED, 0, 10), finding("cache", ConceptState.WRONG, 6, 27));

        assertThat(marked.pieces())
                .containsExactly(
                        new Piece("It is ", ConceptState.COVERED, false, List.of()),
                        new Piece("lazy", ConceptState.WRONG, true, List.of(1)),
                        new Piece(" and it is cached", ConceptState.WRONG, false, List.of(2)),
                        new Piece(".", null, false, List.of()));
    }

    @Test
    void saysWhatIsRightWithTheConceptThatIsWrong() {
        Evaluation evaluation = evaluation(
                List.of(finding("cache", ConceptState.WRONG, 0, 5)),
                List.of(
                        new MisconceptionFinding("cache", TEXT.substring(0, 5), 0, 5, "It isn't."),
                        new MisconceptionFinding("cache", TEXT.substring(6, 10), 6, 10, "Nor here.")),
                null);

        assertThat(MarkedText.of(TEXT, evaluation).notes())
                .extracting(MarkedText.Note::number, MarkedText.Note::label, MarkedText.Note::remark)
                .containsExactly(tuple(1, "The cache", "It isn't."), tuple(2, "Not right", "Nor here."));
    }

    @Test
    void showsBothSidesOfAContradiction() {
        Settlement settlement = new Settlement(
                "lazy",
                Defence.CONTRADICTED,
                new Contradiction("ans_1", Evidence.in("It runs at once", 0, 15), Evidence.in(TEXT, 0, 10)));

        assertThat(MarkedText.of(TEXT, evaluation(List.of(), List.of(), settlement))
                        .notes())
                .singleElement()
                .satisfies(note -> assertThat(note.remark()).contains("It runs at once"));
    }

    @Test
    void leavesAnAnswerWithoutEvaluationInOnePiece() {
        assertThat(MarkedText.of(TEXT, null).pieces()).containsExactly(new Piece(TEXT, null, false, List.of()));
        assertThat(MarkedText.of("", null).pieces()).isEmpty();
    }

    @Property
    void losesNothingAndCutsNoCharacter(@ForAll("texts") String text, @ForAll("places") List<List<Integer>> places) {
        ConceptFinding[] findings = places.stream()
                .map(place -> place.stream()
                        .map(at -> at % (text.length() + 1))
                        .sorted()
                        .toList())
                .filter(place -> place.getFirst() < place.getLast())
                .map(place -> new ConceptFinding(
                        "lazy",
                        "The laziness",
                        ConceptState.PARTIAL,
                        1,
                        List.of(Evidence.in(text, place.getFirst(), place.getLast()))))
                .toArray(ConceptFinding[]::new);

        MarkedText marked = marked(text, findings);

        assertThat(marked.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(marked.notes()).hasSize(findings.length);
        assertThat(marked.pieces().stream().flatMap(piece -> piece.ending().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        marked.notes().stream().map(MarkedText.Note::number).toList());
        assertThat(marked.pieces())
                .allSatisfy(piece -> assertThat(
                                Character.isLowSurrogate(piece.text().charAt(0)))
                        .isFalse());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "ä", " ", "\uD83D\uDE80", "<")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<List<Integer>>> places() {
        return Arbitraries.integers().between(0, 1000).list().ofSize(2).list().ofMaxSize(5);
    }

    private static ConceptFinding finding(String id, ConceptState state, int start, int end) {
        return new ConceptFinding(id, "The " + id, state, 1, List.of(Evidence.in(TEXT, start, end)));
    }

    private static MarkedText marked(String text, ConceptFinding... findings) {
        return MarkedText.of(text, evaluation(List.of(findings), List.of(), null));
    }

    private static Evaluation evaluation(
            List<ConceptFinding> concepts, List<MisconceptionFinding> errors, @Nullable Settlement settlement) {
        return new Evaluation(
                "evl_1",
                "ans_2",
                1,
                null,
                Stage.FINAL,
                EvaluationStatus.UNSCORED,
                "no matter",
                null,
                List.of(),
                concepts,
                errors,
                List.of(),
                List.of(),
                "",
                new Delivery(0, null, null, null),
                List.of(),
                null,
                settlement,
                new Provenance(Scorer.GATE, "none", null, "technical@1", "q@1", "sha256:0", 1, null, null),
                Instant.EPOCH);
    }
}
