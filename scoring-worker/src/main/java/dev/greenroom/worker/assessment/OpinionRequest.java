package dev.greenroom.worker.assessment;

import dev.greenroom.model.question.Question;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer for a second look, with what was found at the first.
 *
 * @param thread the turns of this question that came before, oldest first
 * @param asked the question in the words in which this candidate was asked it; null where those are the key's
 */
public record OpinionRequest(
        UUID tenant,
        AnswerKey key,
        AnswerInput input,
        Question question,
        List<EarlierTurn> thread,
        @Nullable String asked,
        Assessment first) {

    public OpinionRequest {
        thread = List.copyOf(thread);
    }

    /** What was asked before, and what the candidate said to it. */
    public record EarlierTurn(String prompt, String answer) {}
}
