package dev.greenroom.api.answer;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.InputMode;
import dev.greenroom.model.interview.Submission;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer, where it stands, and what came of it. */
@Schema(name = "Answer")
record AnswerView(
        @Schema(examples = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String id,
        @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String sessionId,
        @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") String turnId,
        String text,
        InputMode inputMode,
        boolean skipped,
        @Nullable Long durationMs,

        @Schema(
                description = "Final are SCORED, UNSCORED and FAILED. SCORING with an evaluation means that a judge is"
                        + " still at work: the evaluation is preliminary, and the interview goes on meanwhile.")
        AnswerStatus status,

        @Schema(description = "Why there is no score: with UNSCORED and FAILED only.") @Nullable String reason,

        @Schema(description = "The newest evaluation, PRELIMINARY or FINAL by its stage; null before there is one.")
        @Nullable Evaluation evaluation,

        @Schema(description = "Whether feedback is kept back until the session is over (mode INTERVIEW).")
        boolean feedbackWithheld,

        Instant submittedAt,
        Links links) {

    static AnswerView of(Answer answer, @Nullable Evaluation newest, boolean withheld) {
        String id = IdKind.ANSWER.format(answer.id());
        String session = IdKind.SESSION.format(answer.sessionId());
        Submission submission = answer.submission();
        return new AnswerView(
                id,
                session,
                IdKind.TURN.format(answer.turnId()),
                submission.text(),
                submission.inputMode(),
                submission.skipped(),
                submission.durationMs(),
                status(answer, newest),
                answer.reason().orElse(null),
                withheld ? null : newest,
                withheld,
                answer.submittedAt(),
                Links.of(id, session));
    }

    /** Between two tries to hear the judge an answer waits for a worker again, which is nobody's business but ours. */
    private static AnswerStatus status(Answer answer, @Nullable Evaluation newest) {
        boolean half = newest != null && newest.stage() == Stage.PRELIMINARY;
        return half && answer.status() == AnswerStatus.QUEUED ? AnswerStatus.SCORING : answer.status();
    }

    /** Where to go from here. */
    @Schema(name = "AnswerLinks")
    record Links(String self, String evaluations, String session) {

        static Links of(String id, String session) {
            String self = "/v1/answers/" + id;
            return new Links(self, self + "/evaluations", "/v1/sessions/" + session);
        }
    }
}
