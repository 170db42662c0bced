package dev.greenroom.api.access.audit;

import dev.greenroom.model.id.IdKind;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of the audit log. */
@Schema(name = "AuditEntry")
record AuditView(
        @Schema(examples = "aud_01kB2m9fQ8Zr5tYw3xVn7Q") String id,
        Instant at,

        @Schema(
                description = "The id of an API key, or the name of a job: `retention`, `bootstrap`.",
                examples = "key_01kB2m9fQ8Zr5tYw3xVn7P")
        String actor,

        AuditAction action,

        @Schema(
                description = "The id of what it was done to. A candidate appears as a hash of the tenant and"
                        + " `candidateRef`, so that the name does not outlive its erasure here.",
                examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L")
        String object) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(
                IdKind.AUDIT_ENTRY.format(entry.id()), entry.at(), entry.actor(), entry.action(), entry.object());
    }
}
