package dev.greenroom.api.privacy;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.InputMode;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionStatus;
import dev.greenroom.model.interview.Speech;
import dev.greenroom.model.interview.TurnKind;
import dev.greenroom.model.interview.TurnStatus;
import dev.greenroom.model.question.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session with all that is held of it. */
@Schema(name = "ExportedSession")
record ExportedSession(
        String id,
        SessionStatus status,
        SessionMode mode,
        String topic,
        List<String> sections,
        @Nullable Level level,
        String locale,
        @Nullable Integer retentionDays,
        Map<String, String> metadata,
        Instant createdAt,
        @Nullable Instant completedAt,
        List<Turn> turns,
        List<Event> events) {

    /** A question that was put to the candidate, and what was said to it. */
    @Schema(name = "ExportedTurn")
    record Turn(
            String id,
            TurnKind kind,
            String questionId,
            int questionVersion,
            String prompt,
            TurnStatus status,
            Instant askedAt,
            @Nullable Draft draft,
            @Nullable Answer answer) {}

    /** What was written and not sent. */
    @Schema(name = "ExportedDraft")
    record Draft(String text, Instant savedAt) {}

    /** What was sent, and what came of it. */
    @Schema(name = "ExportedAnswer")
    record Answer(
            String id,
            String text,
            InputMode inputMode,
            boolean skipped,
            @Nullable Long durationMs,
            @Nullable Speech speech,
            AnswerStatus status,
            @Nullable String reason,
            Instant submittedAt,

            @Schema(description = "Whether the evaluations are left out until the session is over (mode INTERVIEW).")
            boolean feedbackWithheld,

            List<Evaluation> evaluations,
            List<Rescoring> rescorings) {}

    /** That somebody asked for a new evaluation. */
    @Schema(name = "ExportedRescoring")
    record Rescoring(String reason, Instant requestedAt) {}

    /** An entry of the session's history. */
    @Schema(name = "ExportedEvent")
    record Event(long cursor, EventType type, Instant createdAt) {}
}
