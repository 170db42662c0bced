package dev.greenroom.api.usage;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.page.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/usage")
@PermissionsAllowed(Scopes.ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
class UsageResource {

    private final UsageCounting counting;
    private final CurrentTenant tenant;

    UsageResource(UsageCounting counting, CurrentTenant tenant) {
        this.counting = counting;
        this.tenant = tenant;
    }

    @GET
    @Operation(
            operationId = "getUsage",
            summary = "See what was used, day by day",
            description = "Sessions, answers, and what a judge was asked and cost. Days on which nothing was used are"
                    + " left out. All on one page: 366 days at most, the last thirty when nothing is said.")
    public Page<UsageDay> usage(
            @QueryParam("from") @Parameter(description = "The first day, in UTC.", example = "2026-03-01") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "The last day, included.", example = "2026-03-31") @Nullable LocalDate to) {
        return Page.whole(counting.list(tenant.id(), from, to));
    }
}
