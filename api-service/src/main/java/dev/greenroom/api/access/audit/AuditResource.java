package dev.greenroom.api.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.page.Cursor;
import dev.greenroom.api.page.NextLink;
import dev.greenroom.api.page.Page;
import dev.greenroom.api.page.PageRequest;
import dev.greenroom.model.id.IdKind;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

@Path("/v1/audit")
@PermissionsAllowed(Scopes.ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
class AuditResource {

    private final AuditLog log;
    private final CurrentTenant tenant;

    AuditResource(AuditLog log, CurrentTenant tenant) {
        this.log = log;
        this.tenant = tenant;
    }

    @GET
    @Operation(
            operationId = "listAudit",
            summary = "List who did what, newest first",
            description = "Keys made, replaced and revoked; sessions and candidates erased, by request or because their"
                    + " time was over; exports; changes to your questions; answers scored anew. Entries are never changed"
                    + " or deleted and hold nothing that a candidate wrote.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries.",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public Response list(
            @QueryParam("action") @Nullable AuditAction action,
            @QueryParam("object")
                    @Size(max = 100) @Parameter(description = "What it was done to.", example = "ses_01kB2m9fQ8Zr5tYw3xVn7L")
                    @Nullable String object,
            @QueryParam("candidateRef")
                    @Size(max = 200) @Parameter(
                            description = "What was done to this candidate, in place of `object`.",
                            example = "user-42")
                    @Nullable String candidateRef,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        UUID before = page.cursor()
                .map(Cursor::decode)
                .map(id -> IdKind.AUDIT_ENTRY.parse(id).orElseThrow(Cursor::unknown))
                .orElse(null);
        AuditLog.Filter filter = AuditLog.Filter.of(tenant.id(), action, object, candidateRef);
        List<AuditEntry> rows = log.list(tenant.id(), filter, before, page.limit() + 1);
        return NextLink.respond(
                Page.of(rows, page.limit(), AuditView::of, row -> IdKind.AUDIT_ENTRY.format(row.id())), uri);
    }

    @Schema(name = "AuditPage")
    record AuditPage(
            List<AuditView> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}
}
