package dev.greenroom.api.session;

import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Phrasing;
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
        @Nullable String answerId,

        @Schema(description = "When a draft of the answer was saved last; null when there is none.") @Nullable Instant draftSavedAt) {

    static TurnView of(Session session, Turn turn, SessionView.Replies replies) {
        return of(
                turn,
                session.withholdsFeedback(),
                turn.status(),
                replies.answers().get(turn.id()),
                replies.drafts().get(turn.id()));
    }

    /**
     * The turn as it was when it was asked.
     *
     * @param withheld whether the candidate must not know yet why it was asked
     */
    public static TurnView asAsked(Turn turn, boolean withheld) {
        return of(turn, withheld, TurnStatus.ASKED, null, null);
    }

    private static TurnView of(
            Turn turn, boolean withheld, TurnStatus status, @Nullable UUID answerId, @Nullable Instant draftSavedAt) {
        return new TurnView(
                IdKind.TURN.format(turn.id()),
                turn.kind(),
                turn.parentTurnId().map(IdKind.TURN::format).orElse(null),
                turn.depth(),
                turn.question().slug(),
                turn.question().version(),
                turn.prompt(),
                withheld ? null : Reason.of(turn),
                status,
                turn.askedAt(),
                answerId == null ? null : IdKind.ANSWER.format(answerId),
                draftSavedAt);
    }

    /** What a follow-up is after. */
    @Schema(name = "FollowUpReason")
    public record Reason(
            List<String> targetConcepts,
            Trigger trigger,

            @Schema(
                    description =
                            "Whose words the prompt is in: CURATED for the author's, LLM for those in which a language"
                                    + " model took up what the candidate had just said.")
            Phrasing phrasing) {

        static @Nullable Reason of(Turn turn) {
            return turn.trigger()
                    .map(trigger -> new Reason(turn.targetConcepts(), trigger, turn.phrasing()))
                    .orElse(null);
        }
    }
}
