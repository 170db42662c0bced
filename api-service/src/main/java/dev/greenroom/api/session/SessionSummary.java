package dev.greenroom.api.session;

import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionStatus;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session in the list of sessions. */
record SessionSummary(
        @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String id,
        SessionStatus status,
        SessionMode mode,
        @Schema(examples = "django") String topic,
        @Nullable SessionLevel level,
        @Nullable String candidateRef,
        @Nullable String currentTurnId,
        Map<String, String> metadata,
        Instant createdAt,
        @Nullable Instant completedAt,
        Links links) {

    static SessionSummary of(Session session) {
        String id = IdKind.SESSION.format(session.id());
        return new SessionSummary(
                id,
                session.status(),
                session.mode(),
                session.topic(),
                SessionLevel.find(session).orElse(null),
                session.candidateRef().orElse(null),
                session.currentTurnId().map(IdKind.TURN::format).orElse(null),
                session.metadata(),
                session.createdAt(),
                session.completedAt().orElse(null),
                new Links("/v1/sessions/" + id));
    }

    @Schema(name = "SelfLink")
    record Links(String self) {}
}
