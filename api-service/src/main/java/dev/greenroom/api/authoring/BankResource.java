package dev.greenroom.api.authoring;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.bank.ETags;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

@Path("/v1/question-bank")
@RunOnVirtualThread
@Tag(name = "Authoring")
class BankResource {

    private static final String YAML = "application/yaml"; // RFC 9512

    private static final String EXAMPLE = """
            builtIn: HIDDEN
            questions: []
            """;

    private final BankTransfer transfer;
    private final ETags etags;
    private final CurrentTenant tenant;

    BankResource(BankTransfer transfer, ETags etags, CurrentTenant tenant) {
        this.transfer = transfer;
        this.etags = etags;
        this.tenant = tenant;
    }

    @GET
    @Produces(YAML)
    @PermissionsAllowed(Scopes.CONTENT_READ)
    @Operation(
            operationId = "exportQuestionBank",
            summary = "Export your own questions as YAML",
            description = "The published version of each; drafts and the archive are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The bank.",
            content = @Content(mediaType = YAML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is still right.")
    public Response export(@Context Request request) {
        return etags.respond(request, transfer.export(tenant.id()));
    }

    @PUT
    @Consumes(YAML)
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CONTENT_WRITE)
    @Operation(
            operationId = "replaceQuestionBank",
            summary = "Replace your own questions by those of a YAML document",
            description = "New and changed questions are published, those that the document does not name are archived;"
                    + " if anything is wrong, nothing changes. `builtIn: HIDDEN` hides the built-in bank from your"
                    + " sessions and lists, `SHOWN` brings it back. A document may have 3 MiB.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = YAML,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "bank", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What has changed.",
            content = @Content(schema = @Schema(implementation = BankChange.class)))
    public BankChange replace(
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of your last export, or `*`.", required = true)
                    @Nullable String ifMatch,
            @NotNull String yaml) {
        return transfer.replace(tenant.id(), yaml, current -> etags.requireMatch(ifMatch, current));
    }
}
