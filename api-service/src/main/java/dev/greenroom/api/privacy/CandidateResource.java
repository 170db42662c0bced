package dev.greenroom.api.privacy;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/candidates")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Candidates")
class CandidateResource {

    private final Erasure erasure;
    private final CandidateExport export;
    private final CurrentTenant tenant;

    CandidateResource(Erasure erasure, CandidateExport export, CurrentTenant tenant) {
        this.erasure = erasure;
        this.export = export;
        this.tenant = tenant;
    }

    @DELETE
    @Path("{candidateRef}")
    @PermissionsAllowed(Scopes.SESSIONS_WRITE)
    @Operation(
            operationId = "eraseCandidate",
            summary = "Erase a candidate",
            description = "All sessions with answers, drafts, feedback and follow-ups, and what is known of the"
                    + " candidate's progress: at once, all or nothing, for good. What is being scored meanwhile comes to"
                    + " nothing. It succeeds as well when nothing is held, so it is safe to repeat.")
    @APIResponse(responseCode = "204", description = "Nothing is held of the candidate any more.")
    public void erase(@PathParam("candidateRef") @Parameter(example = "user-42") String candidateRef) {
        erasure.eraseCandidate(tenant.id(), candidateRef);
    }

    @GET
    @Path("{candidateRef}/export")
    @PermissionsAllowed(Scopes.SESSIONS_READ)
    @Operation(
            operationId = "exportCandidate",
            summary = "Give out all that is held of a candidate",
            description = "As one JSON document, however long; one that breaks off was interrupted and has to be asked"
                    + " for again. The evaluations of an interview of mode INTERVIEW are in it once that is over.")
    @APIResponse(
            responseCode = "200",
            description = "The candidate's data.",
            content = @Content(schema = @Schema(implementation = ExportDocument.class)))
    public Response export(@PathParam("candidateRef") @Parameter(example = "user-42") String candidateRef) {
        UUID owner = tenant.id();
        export.begin(owner, candidateRef);
        StreamingOutput document = target -> export.write(owner, candidateRef, target);
        return Response.ok(document, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @Schema(name = "CandidateExport")
    record ExportDocument(
            String candidateRef, Instant exportedAt, List<ExportedMastery> mastery, List<ExportedSession> sessions) {}
}
