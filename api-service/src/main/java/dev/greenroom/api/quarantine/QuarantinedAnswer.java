package dev.greenroom.api.quarantine;

import dev.greenroom.model.id.IdKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer that was given up, without its words: operators need not read them. */
@Schema(name = "QuarantinedAnswer")
record QuarantinedAnswer(
        @Schema(examples = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String id,
        @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String sessionId,
        @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") String turnId,

        @Schema(description = "Why it was given up, in a word that stays the same.", examples = "SCORING_FAILED")
        String reason,

        @Schema(description = "How many attempts have failed.")
        int failures,

        Instant submittedAt,
        Links links) {

    static QuarantinedAnswer of(UUID id, UUID session, UUID turn, String reason, int failures, Instant submittedAt) {
        String answer = IdKind.ANSWER.format(id);
        return new QuarantinedAnswer(
                answer,
                IdKind.SESSION.format(session),
                IdKind.TURN.format(turn),
                reason,
                failures,
                submittedAt,
                new Links("/v1/answers/" + answer, "/v1/quarantine/" + answer + "/retry"));
    }

    /** Where to go from here. */
    @Schema(name = "QuarantineLinks")
    record Links(String answer, String retry) {}
}
