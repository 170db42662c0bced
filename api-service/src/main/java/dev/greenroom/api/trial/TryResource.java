package dev.greenroom.api.trial;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/questions/{question}/try")
@PermissionsAllowed(Scopes.CONTENT_WRITE)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authoring")
class TryResource {

    private final Trying trying;
    private final CurrentTenant tenant;

    TryResource(Trying trying, CurrentTenant tenant) {
        this.trying = trying;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "tryQuestion",
            summary = "Score a sample answer without storing it",
            description = "By the code that scores candidates; an own question in its newest version, draft or not."
                    + " An Idempotency-Key makes no difference: nothing is done that could be done twice.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TryQuestion.class),
                            examples = @ExampleObject(name = "sample", value = TryQuestion.EXAMPLE)))
    public TrialView score(
            @PathParam("question") @Parameter(example = "our-queryset-question") String question,
            @NotNull @Valid TryQuestion order) {
        return trying.score(tenant.id(), question, order);
    }
}
