package dev.greenroom.api.bank;

import dev.greenroom.api.access.CurrentTenant;
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

@Path("/v1/topics")
@PermissionsAllowed(Scopes.CONTENT_READ)
@RunOnVirtualThread
@Tag(name = "Topics", description = "The guides.")
class TopicResource {

    private static final String MARKDOWN = "text/markdown";

    private final Guides guides;
    private final ETags etags;
    private final CurrentTenant tenant;

    TopicResource(Guides guides, ETags etags, CurrentTenant tenant) {
        this.guides = guides;
        this.etags = etags;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listTopics", summary = "List the topics", description = "All on one page.")
    public Page<TopicSummary> list() {
        return Page.whole(guides.list(tenant.id()));
    }

    @GET
    @Path("{topic}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getTopic",
            summary = "Read a topic guide",
            description = "As JSON, or as Markdown with `Accept: text/markdown`.")
    @APIResponse(
            responseCode = "200",
            description = "The guide.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TopicView.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The client's copy is still right.")
    public Response get(@PathParam("topic") @Parameter(example = "django") String topic, @Context Request request) {
        return etags.respond(request, guides.require(tenant.id(), topic));
    }

    @GET
    @Path("{topic}")
    @Produces(MARKDOWN + ";charset=UTF-8")
    @Operation(hidden = true)
    public Response getAsMarkdown(@PathParam("topic") String topic, @Context Request request) {
        return etags.respond(
                request, GuideMarkdown.guide(guides.require(tenant.id(), topic)).render());
    }
}
