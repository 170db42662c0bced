package dev.greenroom.api.report;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Contradiction;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.evaluation.Settlement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer cut at the ends of its evidence, so that each piece shows the same evidence throughout. The pieces together
 * are the answer; none begins or ends within a character.
 */
record MarkedText(List<Piece> pieces, List<Note> notes) {

    MarkedText {
        pieces = List.copyOf(pieces);
        notes = List.copyOf(notes);
    }

    /**
     * What a part of the answer shows.
     *
     * @param number counts from 1 in the order in which the parts begin
     * @param remark what is right instead; null when there is nothing to say
     */
    record Note(
            int number,
            int start,
            int end,
            ConceptState state,
            String label,
            @Nullable String remark) {}

    /**
     * A part of the answer.
     *
     * @param state the gravest of what it shows; null when it shows nothing
     * @param several whether it is evidence of more than one thing
     * @param ending the numbers of the notes whose evidence ends with it
     */
    record Piece(String text, @Nullable ConceptState state, boolean several, List<Integer> ending) {

        Piece {
            ending = List.copyOf(ending);
        }
    }

    /** The answer with the evidence of its evaluation; without one, in one piece. */
    static MarkedText of(String text, @Nullable Evaluation evaluation) {
        List<Note> notes = evaluation == null ? List.of() : number(text, listNotes(evaluation));
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        notes.forEach(note -> cuts.addAll(List.of(note.start(), note.end())));
        List<Piece> pieces = new ArrayList<>();
        for (int start : cuts.headSet(text.length())) {
            pieces.add(
                    piece(text, start, Optional.ofNullable(cuts.higher(start)).orElse(text.length()), notes));
        }
        return new MarkedText(pieces, notes);
    }

    private static Piece piece(String text, int start, int end, List<Note> notes) {
        List<Note> here = notes.stream()
                .filter(note -> note.start() < end && note.end() > start)
                .toList();
        return new Piece(
                text.substring(start, end),
                here.stream()
                        .map(Note::state)
                        .max(Comparator.comparingInt(MarkedText::gravity))
                        .orElse(null),
                here.size() > 1,
                here.stream()
                        .filter(note -> note.end() == end)
                        .map(Note::number)
                        .toList());
    }

    private static int gravity(ConceptState state) {
        return switch (state) {
            case MISSED -> 0;
            case COVERED -> 1;
            case PARTIAL -> 2;
            case WRONG -> 3;
        };
    }

    private static List<Note> listNotes(Evaluation evaluation) {
        Stream<Note> concepts =
                evaluation.concepts().stream().flatMap(finding -> notes(finding, evaluation.misconceptions()));
        Stream<Note> errors = evaluation.misconceptions().stream()
                .filter(error -> evaluation.concepts().stream().noneMatch(finding -> shows(finding, error)))
                .map(error -> note(error.start(), error.end(), ConceptState.WRONG, "Not right", error.correction()));
        Stream<Note> contradiction =
                Optional.ofNullable(evaluation.settlement()).map(Settlement::contradiction).stream()
                        .map(MarkedText::note);
        return Stream.of(concepts, errors, contradiction)
                .flatMap(notes -> notes)
                .sorted(Comparator.comparingInt(Note::start).thenComparingInt(Note::end))
                .toList();
    }

    private static Stream<Note> notes(ConceptFinding finding, List<MisconceptionFinding> errors) {
        return finding.evidence().stream()
                .map(evidence -> note(
                        evidence.start(),
                        evidence.end(),
                        finding.state(),
                        finding.label(),
                        errors.stream()
                                .filter(error -> isOf(error, finding, evidence))
                                .map(MisconceptionFinding::correction)
                                .findFirst()
                                .orElse(null)));
    }

    private static boolean shows(ConceptFinding finding, MisconceptionFinding error) {
        return finding.evidence().stream().anyMatch(evidence -> isOf(error, finding, evidence));
    }

    private static boolean isOf(MisconceptionFinding error, ConceptFinding finding, Evidence evidence) {
        return error.conceptId().equals(finding.id())
                && error.start() == evidence.start()
                && error.end() == evidence.end();
    }

    private static Note note(Contradiction contradiction) {
        return note(
                contradiction.now().start(),
                contradiction.now().end(),
                ConceptState.WRONG,
                "Contradicts an earlier answer",
                "Before, you said: “" + contradiction.earlier().quote() + "”");
    }

    private static Note note(int start, int end, ConceptState state, String label, @Nullable String remark) {
        return new Note(0, start, end, state, label, remark);
    }

    /** Numbers the notes and widens them to whole characters. */
    private static List<Note> number(String text, List<Note> notes) {
        List<Note> numbered = new ArrayList<>();
        for (Note note : notes) {
            if (note.end() <= text.length()) {
                numbered.add(new Note(
                        numbered.size() + 1,
                        isWithinCharacter(text, note.start()) ? note.start() - 1 : note.start(),
                        isWithinCharacter(text, note.end()) ? note.end() + 1 : note.end(),
                        note.state(),
                        note.label(),
                        note.remark()));
            }
        }
        return numbered;
    }

    private static boolean isWithinCharacter(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }
}
