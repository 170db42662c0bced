package dev.greenroom.worker.assessment;

import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Rubric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to one turn are judged by.
 *
 * @param reference names the question, its version and the follow-up; two keys of the same reference are the same
 * @param modelAnswers answers that deserve full marks, the one to be shown first; at least one
 * @param concepts may be empty: answers are then judged by their nearness to the model answers alone
 * @param samples answers to this very turn whose grades are known
 * @param rubric with the question's own weights
 */
public record AnswerKey(
        String reference,
        String prompt,
        List<String> modelAnswers,
        List<Concept> concepts,
        List<GradedSample> samples,
        Rubric rubric) {

    /** Refuses a key without a model answer: there would be nothing to compare with. */
    public AnswerKey {
        modelAnswers = List.copyOf(modelAnswers);
        concepts = List.copyOf(concepts);
        samples = List.copyOf(samples);
        if (modelAnswers.isEmpty()) {
            throw new IllegalArgumentException("%s has no model answer".formatted(reference));
        }
    }

    /** The reference as it is shown, without the tenant to whom a question of its own belongs. */
    public String shown() {
        return reference.replaceFirst("~[^@]+", "");
    }

    /** The model answer that candidates are shown. */
    public String modelAnswer() {
        return modelAnswers.getFirst();
    }

    /**
     * The key of a turn.
     *
     * @param followUpId null for a main turn; refused if the question has no such follow-up
     */
    public static AnswerKey of(QuestionRef reference, Question question, @Nullable String followUpId, Rubric rubric) {
        if (followUpId == null) {
            return of(reference, question, rubric);
        }
        FollowUp followUp = question.findFollowUp(followUpId)
                .orElseThrow(
                        () -> new IllegalArgumentException("%s has no follow-up %s".formatted(reference, followUpId)));
        return of(reference, question, followUp, rubric);
    }

    /** The key of a main turn. */
    public static AnswerKey of(QuestionRef reference, Question question, Rubric rubric) {
        return new AnswerKey(
                reference.toString(),
                question.prompt(),
                List.of(question.modelAnswer()),
                question.concepts(),
                question.calibration().stream().map(GradedSample::of).toList(),
                rubric.as(question.rubric()));
    }

    /** The key of a follow-up turn: it has concepts and a model answer of its own. */
    public static AnswerKey of(QuestionRef reference, Question question, FollowUp followUp, Rubric rubric) {
        return new AnswerKey(
                reference + "/" + followUp.id(),
                followUp.prompt(),
                List.of(followUp.modelAnswer()),
                followUp.concepts(),
                List.of(),
                rubric.as(question.rubric()));
    }
}
