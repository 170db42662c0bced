package dev.greenroom.api.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Outcome;
import dev.greenroom.api.page.NextLink;
import dev.greenroom.api.page.Page;
import dev.greenroom.api.page.PageRequest;
import dev.greenroom.model.id.IdKind;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/quarantine")
@PermissionsAllowed(Scopes.ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations", description = "For those who run the service.")
class QuarantineResource {

    private final Quarantine quarantine;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    QuarantineResource(Quarantine quarantine, Idempotency idempotency, CurrentTenant tenant) {
        this.quarantine = quarantine;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @GET
    @Operation(
            operationId = "listQuarantine",
            summary = "List the answers that no attempt could score, newest first",
            description = "Each with the reason why it was given up, and without a word of its" + " text.")
    @APIResponse(
            responseCode = "200",
            description = "A page of answers, without their texts.",
            content = @Content(schema = @Schema(implementation = QuarantinePage.class)))
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        UUID before = page.before(IdKind.ANSWER);
        List<QuarantinedAnswer> rows = quarantine.list(tenant.id(), before, page.limit() + 1);
        return NextLink.respond(Page.of(rows, page.limit(), row -> row, QuarantinedAnswer::id), uri);
    }

    @POST
    @Path("{answer}/retry")
    @Operation(
            operationId = "retryQuarantined",
            summary = "Let the workers try an answer again",
            description = "With all their attempts. The interview stays where it is; only the feedback comes later.")
    @APIResponse(
            responseCode = "202",
            description = "The answer waits to be scored.",
            content = @Content(schema = @Schema(implementation = RetriedAnswer.class)))
    public Response retry(
            @PathParam("answer") @Parameter(example = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String answer,
            @Valid @BeanParam IdempotencyKey key) {
        UUID owner = tenant.id();
        return idempotency.once(owner, key, "retryQuarantined", answer, () -> {
            RetriedAnswer retried = quarantine.retry(owner, answer);
            return new Outcome(202, retried.links().answer(), retried);
        });
    }

    @Schema(name = "QuarantinePage")
    record QuarantinePage(
            List<QuarantinedAnswer> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}
}
