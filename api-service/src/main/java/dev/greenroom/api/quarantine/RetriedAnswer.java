package dev.greenroom.api.quarantine;

import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.AnswerStatus;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer that waits to be scored once more; the link says what becomes of it. */
@Schema(name = "RetriedAnswer")
record RetriedAnswer(
        @Schema(examples = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String id, AnswerStatus status, Links links) {

    static RetriedAnswer of(UUID answer) {
        String id = IdKind.ANSWER.format(answer);
        return new RetriedAnswer(id, AnswerStatus.QUEUED, new Links("/v1/answers/" + id));
    }

    /** Where to go from here. */
    @Schema(name = "RetriedAnswerLinks")
    record Links(String answer) {}
}
