package dev.greenroom.api.session;

import dev.greenroom.model.id.IdKind;
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
record SessionView(
        @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String id,
        SessionStatus status,
        SessionMode mode,
        @Schema(examples = "django") String topic,
        List<String> sections,
        @Nullable Level level,
        @Nullable String candidateRef,
        String locale,

        @Schema(description = "What the choice of questions was drawn with.")
        long seed,

        int maxFollowUps,
        Progress progress,

        @Schema(
                description =
                        "The turn that waits for an answer; null while an answer is being scored, and at the end.")
        @Nullable String currentTurnId,

        List<TurnView> turns,
        @Nullable Integer retentionDays,
        Map<String, String> metadata,
        Instant createdAt,
        @Nullable Instant completedAt,
        Links links) {

    static SessionView of(Session session, List<Turn> turns, Map<UUID, UUID> answers) {
        String id = IdKind.SESSION.format(session.id());
        return new SessionView(
                id,
                session.status(),
                session.mode(),
                session.topic(),
                session.sections(),
                session.level().orElse(null),
                session.candidateRef().orElse(null),
                session.locale(),
                session.seed(),
                session.maxFollowUps(),
                Progress.of(session, turns),
                session.currentTurnId().map(IdKind.TURN::format).orElse(null),
                turns.stream()
                        .map(turn -> TurnView.of(session, turn, answers.get(turn.id())))
                        .toList(),
                session.retentionDays().orElse(null),
                session.metadata(),
                session.createdAt(),
                session.completedAt().orElse(null),
                Links.of(id));
    }

    /**
     * How far the interview has come, in main questions.
     *
     * @param answered main questions answered or skipped
     * @param total main questions planned
     */
    @Schema(name = "SessionProgress")
    record Progress(int answered, int total) {

        static Progress of(Session session, List<Turn> turns) {
            long answered = turns.stream()
                    .filter(turn -> turn.kind() == TurnKind.MAIN && !turn.isOpen())
                    .count();
            return new Progress(Math.toIntExact(answered), session.plan().size());
        }
    }

    /** Where to go from here. */
    @Schema(name = "SessionLinks")
    record Links(String self, String answers, String complete) {

        static Links of(String id) {
            String self = "/v1/sessions/" + id;
            return new Links(self, self + "/answers", self + "/complete");
        }
    }
}
