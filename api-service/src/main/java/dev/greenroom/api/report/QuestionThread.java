package dev.greenroom.api.report;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Settlement;
import dev.greenroom.model.question.Question;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A main question with all that was asked back, in the order of asking.
 *
 * @param question in the version that was asked
 */
record QuestionThread(Question question, List<AnsweredTurn> turns) {

    QuestionThread {
        turns = List.copyOf(turns);
    }

    /** What the question's owner calls it. */
    String slug() {
        return turns.getFirst().turn().question().slug();
    }

    /** The turns that have a score: each counts the same within its thread, as each thread does within the interview. */
    List<AnsweredTurn> scored() {
        return turns.stream().filter(turn -> turn.score().isPresent()).toList();
    }

    OptionalDouble score() {
        return scored().stream()
                .flatMap(turn -> turn.score().stream())
                .mapToInt(Score::value)
                .average();
    }

    OptionalDouble spread() {
        return scored().stream()
                .flatMap(turn -> turn.score().stream())
                .mapToInt(Score::spread)
                .average();
    }

    Defence defence() {
        return Defence.ofThread(turns.stream()
                .flatMap(turn -> turn.settlement().stream())
                .map(Settlement::defence)
                .toList());
    }

    /** How the concepts of the question stand after the last turn, in the question's order. */
    List<ConceptOutcome> concepts() {
        Evaluation main = turns.getFirst().evaluation();
        return main == null
                ? List.of()
                : main.concepts().stream().map(this::outcome).toList();
    }

    private ConceptOutcome outcome(ConceptFinding finding) {
        return new ConceptOutcome(
                slug(), finding.id(), finding.label(), finding.weight(), finding.state(), after(finding));
    }

    /** What the last follow-up that probed the concept showed; what the first answer showed if none did. */
    private ConceptState after(ConceptFinding finding) {
        return turns.stream()
                .filter(turn -> turn.settlement()
                        .filter(settled -> finding.id().equals(settled.conceptId()))
                        .filter(settled -> settled.defence() != Defence.NOT_PROBED)
                        .isPresent())
                .reduce((_, later) -> later)
                .map(QuestionThread::shown)
                .orElse(finding.state());
    }

    private static ConceptState shown(AnsweredTurn followUp) {
        Evaluation evaluation = followUp.evaluation();
        return evaluation == null
                ? ConceptState.MISSED
                : ConceptState.ofParts(evaluation.concepts().stream()
                        .map(ConceptFinding::state)
                        .toList());
    }
}
