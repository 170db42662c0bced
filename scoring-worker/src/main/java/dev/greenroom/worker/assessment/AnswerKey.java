package dev.greenroom.worker.assessment;

import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Rubric;
import java.util.List;

/**
 * What the answers to one turn are judged by.
 *
 * @param reference names the question, its version and the follow-up; two keys of the same reference are the same
 * @param rubric with the question's own weights
 */
public record AnswerKey(
        String reference,
        String prompt,
        String modelAnswer,
        List<Concept> concepts,
        List<CalibrationAnswer> calibration,
        Rubric rubric) {

    /** Refuses a key without concepts: there would be nothing to look for. */
    public AnswerKey {
        concepts = List.copyOf(concepts);
        calibration = List.copyOf(calibration);
        if (concepts.isEmpty()) {
            throw new IllegalArgumentException("%s has no concepts".formatted(reference));
        }
    }

    /** The key of a main turn. */
    public static AnswerKey of(QuestionRef reference, Question question, Rubric rubric) {
        return new AnswerKey(
                reference.toString(),
                question.prompt(),
                question.modelAnswer(),
                question.concepts(),
                question.calibration(),
                rubric.as(question.rubric()));
    }

    /** The key of a follow-up turn: it has concepts and a model answer of its own. */
    public static AnswerKey of(QuestionRef reference, Question question, FollowUp followUp, Rubric rubric) {
        return new AnswerKey(
                reference + "/" + followUp.id(),
                followUp.prompt(),
                followUp.modelAnswer(),
                followUp.concepts(),
                List.of(),
                rubric.as(question.rubric()));
    }
}
