package dev.greenroom.api.session;

import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.interview.TurnKind;
import dev.greenroom.model.interview.TurnStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One question put to the candidate. */
@Schema(name = "Turn")
public record TurnView(
        @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") String id,
        TurnKind kind,
        @Nullable String parentTurnId,
        int depth,
        @Schema(examples = "django-orm-n-plus-one") String questionId,
        int questionVersion,
        String prompt,

        @Schema(
                description =
                        "Why this follow-up is asked; null for a main question, and in INTERVIEW mode until the end.")
        @Nullable Reason reason,

        TurnStatus status,
        Instant askedAt,
        @Nullable String answerId) {

    static TurnView of(Session session, Turn turn, @Nullable UUID answerId) {
        return new TurnView(
                IdKind.TURN.format(turn.id()),
                turn.kind(),
                turn.parentTurnId().map(IdKind.TURN::format).orElse(null),
                turn.depth(),
                turn.question().id(),
                turn.question().version(),
                turn.prompt(),
                session.withholdsFeedback() ? null : Reason.of(turn),
                turn.status(),
                turn.askedAt(),
                answerId == null ? null : IdKind.ANSWER.format(answerId));
    }

    /** What a follow-up is after. */
    @Schema(name = "FollowUpReason")
    public record Reason(List<String> targetConcepts, Trigger trigger) {

        static @Nullable Reason of(Turn turn) {
            return turn.trigger()
                    .map(trigger -> new Reason(turn.targetConcepts(), trigger))
                    .orElse(null);
        }
    }
}
