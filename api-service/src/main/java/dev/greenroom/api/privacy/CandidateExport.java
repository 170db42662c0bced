package dev.greenroom.api.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.api.progress.Candidates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.UUID;

/**
 * Gives out all that is held of a candidate, a few sessions at a time and each few in a transaction of their own, so that
 * neither memory nor the database feels how many there are.
 */
@ApplicationScoped
class CandidateExport {

    private static final int AT_ONCE = 20;

    private final Candidates candidates;
    private final HeldData held;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final Clock clock;

    CandidateExport(Candidates candidates, HeldData held, AuditLog audit, ObjectMapper json, Clock clock) {
        this.candidates = candidates;
        this.held = held;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Notes that the data is given out; to be called before it is. */
    @Transactional
    void begin(UUID tenant, String candidateRef) {
        candidates.requireKnown(tenant, candidateRef);
        audit.note(AuditAction.CANDIDATE_EXPORTED, AuditLog.candidate(tenant, candidateRef));
    }

    void write(UUID tenant, String candidateRef, OutputStream target) throws IOException {
        JsonGenerator out = json.createGenerator(target).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        out.writeStartObject();
        out.writeStringField("candidateRef", candidateRef);
        out.writePOJOField("exportedAt", clock.instant());
        out.writePOJOField("mastery", held.mastery(tenant, candidateRef));
        out.writeArrayFieldStart("sessions");
        writeSessions(tenant, candidateRef, out);
        out.writeEndArray();
        out.writeEndObject();
        out.flush();
    }

    private void writeSessions(UUID tenant, String candidateRef, JsonGenerator out) throws IOException {
        HeldData.Batch batch = held.sessionsAfter(tenant, candidateRef, null, AT_ONCE);
        while (batch.last() != null) {
            for (ExportedSession session : batch.sessions()) {
                out.writePOJO(session);
            }
            batch = held.sessionsAfter(tenant, candidateRef, batch.last(), AT_ONCE);
        }
    }
}
