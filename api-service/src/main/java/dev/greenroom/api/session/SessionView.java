package dev.greenroom.api.session;

import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Adaptation;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionStatus;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.interview.TurnKind;
import dev.greenroom.model.question.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An interview with its turns so far. */
@Schema(name = "Session")
public record SessionView(
        @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String id,

        @Schema(
                description =
                        "COMPLETED: nothing more is asked. Feedback on the last answers may still be to come, and"
                                + " be preliminary until then. EXPIRED: the current turn was left without an answer for too long.")
        SessionStatus status,

        SessionMode mode,
        @Schema(examples = "django") String topic,
        List<String> sections,
        @Nullable SessionLevel level,

        @Schema(
                description = "Where an ADAPTIVE interview stands; null in all others, and in INTERVIEW mode until the"
                        + " end.")
        @Nullable Level currentLevel,

        @Nullable String candidateRef,
        String locale,

        @Schema(description = "What the choice of questions was drawn with.", minimum = "-9223372036854775808")
        long seed,

        int maxFollowUps,
        Progress progress,

        @Schema(
                description =
                        "The turn that waits for an answer; null from an answer until the next turn is asked, and at the"
                                + " end.")
        @Nullable String currentTurnId,

        List<TurnView> turns,
        @Nullable Integer retentionDays,
        Map<String, String> metadata,
        Instant createdAt,

        @Schema(description = "When it ended, by completion or expiry.") @Nullable Instant completedAt,

        Links links) {

    static SessionView of(Session session, List<Turn> turns, Replies replies) {
        String id = IdKind.SESSION.format(session.id());
        return new SessionView(
                id,
                session.status(),
                session.mode(),
                session.topic(),
                session.sections(),
                SessionLevel.find(session).orElse(null),
                currentLevel(session),
                session.candidateRef().orElse(null),
                session.locale(),
                session.seed(),
                session.maxFollowUps(),
                Progress.of(session, turns),
                session.currentTurnId().map(IdKind.TURN::format).orElse(null),
                turns.stream().map(turn -> TurnView.of(session, turn, replies)).toList(),
                session.retentionDays().orElse(null),
                session.metadata(),
                session.createdAt(),
                session.completedAt().orElse(null),
                Links.of(id));
    }

    /** What the candidate has said to the turns, by turn: answers, and when drafts were saved. */
    record Replies(Map<UUID, UUID> answers, Map<UUID, Instant> drafts) {}

    private static @Nullable Level currentLevel(Session session) {
        return session.withholdsFeedback()
                ? null
                : session.adaptation().map(Adaptation::level).orElse(null);
    }

    /**
     * How far the interview has come, in main questions.
     *
     * @param answered main questions answered or skipped
     * @param total main questions planned
     */
    @Schema(name = "SessionProgress")
    public record Progress(int answered, int total) {

        static Progress of(Session session, List<Turn> turns) {
            long answered = turns.stream()
                    .filter(turn -> turn.kind() == TurnKind.MAIN && !turn.isOpen())
                    .count();
            return new Progress(Math.toIntExact(answered), session.plan().size());
        }
    }

    /** Where to go from here. */
    @Schema(name = "SessionLinks")
    public record Links(String self, String answers, String complete) {

        static Links of(String id) {
            String self = "/v1/sessions/" + id;
            return new Links(self, self + "/answers", self + "/complete");
        }
    }
}
