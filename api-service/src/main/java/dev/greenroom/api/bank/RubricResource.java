package dev.greenroom.api.bank;

import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.page.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/rubrics")
@PermissionsAllowed(Scopes.CONTENT_READ)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rubrics", description = "How answers are judged.")
class RubricResource {

    private final Rubrics rubrics;
    private final ETags etags;

    RubricResource(Rubrics rubrics, ETags etags) {
        this.rubrics = rubrics;
        this.etags = etags;
    }

    @GET
    @Operation(
            operationId = "listRubrics",
            summary = "List the rubrics, each in its newest version",
            description = "With criteria, weights and anchors; all on one page.")
    public Page<RubricView> list() {
        return Page.whole(rubrics.list().stream().map(RubricView::of).toList());
    }

    @GET
    @Path("{rubric}")
    @Operation(
            operationId = "getRubric",
            summary = "Read a rubric",
            description = "By its id in the newest version, or by a reference such as `technical@1`, as evaluations"
                    + " name it.")
    @APIResponse(
            responseCode = "200",
            description = "The rubric.",
            content = @Content(schema = @Schema(implementation = RubricView.class)))
    @APIResponse(responseCode = "304", description = "The client's copy is still right.")
    public Response get(
            @PathParam("rubric") @Parameter(example = "technical") String rubric, @Context Request request) {
        return etags.respond(request, RubricView.of(rubrics.require(rubric)));
    }
}
