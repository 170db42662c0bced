package dev.greenroom.api.report;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.bank.ETags;
import dev.greenroom.api.web.Markup;
import dev.greenroom.api.web.Pdf;
import dev.greenroom.api.web.Stylesheet;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions/{session}/report")
@PermissionsAllowed({Scopes.SESSIONS_READ, Scopes.ONE_SESSION})
@RunOnVirtualThread
@Tag(name = "Reports", description = "What an interview showed.")
class ReportResource {

    private static final String MARKDOWN = "text/markdown";
    private static final Stylesheet STYLE = Stylesheet.load("page.css");
    private static final Stylesheet PRINT_STYLE = Stylesheet.load("document.css");

    private final Reports reports;
    private final ETags etags;
    private final CurrentTenant tenant;

    ReportResource(Reports reports, ETags etags, CurrentTenant tenant) {
        this.reports = reports;
        this.etags = etags;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getReport",
            summary = "Read what an interview showed",
            description = "By `Accept` as JSON, as Markdown (`text/markdown`), as a page (`text/html`) or as a PDF"
                    + " (`application/pdf`). `complete` is false while the session is in progress or an answer waits for"
                    + " its last word; the event `report.ready` says when nothing more is to come. In mode `INTERVIEW`"
                    + " there is no report before the session is over.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReportView.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "The client's copy is still right.")
    public Response get(
            @PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session,
            @Context Request request) {
        ReportView report = reports.require(tenant.id(), session);
        return respond(request, report, () -> report);
    }

    @GET
    @Produces(MARKDOWN + ";charset=UTF-8;qs=0.9")
    @Operation(hidden = true)
    public Response getAsMarkdown(@PathParam("session") String session, @Context Request request) {
        String text =
                ReportTemplates.text(reports.require(tenant.id(), session)).render();
        return respond(request, text, () -> text);
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.8")
    @Operation(hidden = true)
    public Response getAsPage(@PathParam("session") String session, @Context Request request) {
        ReportPage page = ReportPage.of(reports.require(tenant.id(), session), STYLE);
        String html = Markup.writable(ReportTemplates.page(page).render());
        return Response.fromResponse(respond(request, html, () -> html))
                .header("Content-Security-Policy", STYLE.policy())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @GET
    @Produces("application/pdf;qs=0.7")
    @Operation(hidden = true)
    public Response getAsPdf(@PathParam("session") String session, @Context Request request) {
        ReportPage page = ReportPage.of(reports.require(tenant.id(), session), PRINT_STYLE);
        String source = Markup.writable(ReportTemplates.document(page).render());
        return Response.fromResponse(respond(request, source, () -> Pdf.of(source)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"report.pdf\"")
                .build();
    }

    /** A person's own: kept by nobody on the way, and by the client only to ask whether it is still right. */
    private Response respond(Request request, Object source, Supplier<?> content) {
        return Response.fromResponse(etags.respond(request, source, content))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
