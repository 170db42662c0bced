package dev.greenroom.api.privacy;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions")
@PermissionsAllowed(Scopes.SESSIONS_WRITE)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class SessionErasureResource {

    private final Erasure erasure;
    private final CurrentTenant tenant;

    SessionErasureResource(Erasure erasure, CurrentTenant tenant) {
        this.erasure = erasure;
        this.tenant = tenant;
    }

    @DELETE
    @Path("{session}")
    @Operation(
            operationId = "eraseSession",
            summary = "Erase a session",
            description = "With its answers, drafts, feedback and follow-ups, and with what its answers were the last"
                    + " to show of the candidate's progress: at once and for good. What is being scored meanwhile comes"
                    + " to nothing.")
    @APIResponse(responseCode = "204", description = "Nothing is held of the session any more.")
    public void erase(@PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session) {
        erasure.eraseSession(tenant.id(), session);
    }
}
