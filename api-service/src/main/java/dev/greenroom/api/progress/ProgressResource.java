package dev.greenroom.api.progress;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.web.Markup;
import dev.greenroom.api.web.Stylesheet;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/candidates")
@PermissionsAllowed(Scopes.SESSIONS_READ)
@RunOnVirtualThread
@Tag(name = "Candidates", description = "What is known of a candidate over all interviews.")
class ProgressResource {

    private static final Stylesheet STYLE = Stylesheet.load("page.css");

    private final Candidates candidates;
    private final CurrentTenant tenant;

    ProgressResource(Candidates candidates, CurrentTenant tenant) {
        this.candidates = candidates;
        this.tenant = tenant;
    }

    @GET
    @Path("{candidateRef}/progress")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getProgress",
            summary = "See what a candidate masters",
            description = "Mastery by concept and by section over time, and what to practise next. Interviews of mode"
                    + " INTERVIEW count once they are over. As JSON, or as a page with `Accept: text/html`.")
    @APIResponse(
            responseCode = "200",
            description = "The progress.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProgressView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public ProgressView progress(
            @PathParam("candidateRef") @Parameter(example = "user-42") String candidateRef,
            @QueryParam("topic")
                    @Size(max = 64) @Parameter(description = "Only this topic; all when left out.", example = "django")
                    @Nullable String topic) {
        return candidates.progress(tenant.id(), candidateRef, topic);
    }

    @GET
    @Path("{candidateRef}/progress")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.8")
    @Operation(hidden = true)
    public Response progressAsPage(
            @PathParam("candidateRef") String candidateRef,
            @QueryParam("topic") @Size(max = 64) @Nullable String topic) {
        ProgressPage page = ProgressPage.of(candidates.progress(tenant.id(), candidateRef, topic), STYLE);
        return Response.ok(Markup.writable(ProgressTemplates.page(page).render()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", STYLE.policy())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
