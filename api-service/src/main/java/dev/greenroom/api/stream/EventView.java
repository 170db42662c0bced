package dev.greenroom.api.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.api.session.TurnView;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.interview.AnswerStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The data of an event. */
@Schema(name = "SessionEvent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        @Schema(
                description =
                        "The event's place in the session's history, 1, 2, 3 …; the same as the `id` of the stream.",
                examples = "4")
        long cursor,

        @Schema(
                description = "The same as the `event` of the stream. Pass over types that you don't know.",
                enumeration = {
                    "turn.asked",
                    "answer.received",
                    "answer.preliminary",
                    "answer.scored",
                    "answer.unscored",
                    "answer.failed",
                    "session.completed",
                    "session.expired",
                    "report.ready"
                })
        String type,

        @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String sessionId,
        Instant time,

        @Schema(description = "The turn as it was asked: with `turn.asked`.") @Nullable TurnView turn,

        @Schema(description = "With all that tells of an answer.") @Nullable AnswerPart answer,

        Links links) {

    /** Where an answer stood, without its text. */
    @Schema(name = "SessionEventAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerPart(
            @Schema(examples = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String id,
            @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") String turnId,
            AnswerStatus status,

            @Schema(description = "Of the evaluation, once there is one.") @Nullable Stage stage,

            @Schema(description = "The evaluation in full is where `links` says.") @Nullable Score score,

            @Schema(description = "Why there is no score: with `answer.unscored` and `answer.failed`.") @Nullable String reason,

            @Schema(description = "Whether the score is kept back until the session is over (mode INTERVIEW).")
            boolean feedbackWithheld) {}

    /** Where there is more about it. */
    @Schema(name = "SessionEventLinks")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(String session, @Nullable String answer) {}
}
