package dev.greenroom.api.draft;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.bank.ETags;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions/{session}/turns/{turn}/draft")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers")
class DraftResource {

    private static final String EXAMPLE_SESSION = "ses_01kB2m9fQ8Zr5tYw3xVn7L";
    private static final String EXAMPLE_TURN = "trn_01kB2m9fQ8Zr5tYw3xVn7M";

    private final Drafts drafts;
    private final ETags etags;
    private final CurrentTenant tenant;

    DraftResource(Drafts drafts, ETags etags, CurrentTenant tenant) {
        this.drafts = drafts;
        this.etags = etags;
        this.tenant = tenant;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed({Scopes.SESSIONS_WRITE, Scopes.ONE_SESSION})
    @Operation(
            operationId = "saveDraft",
            summary = "Keep what the candidate has written so far",
            description =
                    "For autosaving. The first save of a turn needs no `If-Match`; each one after that names in it"
                            + " the `ETag` of the draft that it goes on from, so that two devices do not overwrite each other"
                            + " unawares (412). The draft goes when the turn is answered.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SaveDraft.class),
                            examples = @ExampleObject(name = "half a sentence", value = SaveDraft.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now.",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The first draft of this turn.",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public Response save(
            @PathParam("session") @Parameter(example = EXAMPLE_SESSION) String session,
            @PathParam("turn") @Parameter(example = EXAMPLE_TURN) String turn,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the draft that this one goes on from; `*` replaces any.")
                    @Nullable String ifMatch,
            @NotNull @Valid SaveDraft order) {
        Drafts.SavedDraft saved = drafts.save(
                tenant.id(),
                new Drafts.Place(session, turn),
                order.text(),
                current -> etags.requireMatchOrAbsence(ifMatch, current));
        return etags.tagged(Response.status(saved.isFirst() ? 201 : 200)
                .entity(saved.view())
                .build());
    }

    @GET
    @PermissionsAllowed({Scopes.SESSIONS_READ, Scopes.ONE_SESSION})
    @Operation(
            operationId = "getDraft",
            summary = "Read what the candidate has written so far",
            description = "`draftSavedAt` of a session's turn says whether there is a draft. After a session has ended"
                    + " the draft of the turn that was left open can still be read.")
    @APIResponse(
            responseCode = "200",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "304", description = "It is still what the client has (`If-None-Match`).")
    public Response get(
            @PathParam("session") @Parameter(example = EXAMPLE_SESSION) String session,
            @PathParam("turn") @Parameter(example = EXAMPLE_TURN) String turn,
            @Context Request request) {
        return etags.respond(request, drafts.require(tenant.id(), new Drafts.Place(session, turn)));
    }
}
