package dev.greenroom.api.webhook.delivery;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/webhooks/{webhook}")
@PermissionsAllowed(Scopes.WEBHOOKS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class DeliveryResource {

    static final String EXAMPLE_ID = "dlv_01kB2m9fQ8Zr5tYw3xVn7R";

    private static final String EXAMPLE_WEBHOOK = "whk_01kB2m9fQ8Zr5tYw3xVn7Q";

    private final Deliveries deliveries;
    private final Dispatch dispatch;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    DeliveryResource(Deliveries deliveries, Dispatch dispatch, Idempotency idempotency, CurrentTenant tenant) {
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Path("test")
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test to a webhook",
            description =
                    "A message of type `webhook.test`, whatever the webhook asks for. How it went shows at `links.self`.")
    @APIResponse(
            responseCode = "202",
            description = "The test is on its way.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response test(
            @PathParam("webhook") @Parameter(example = EXAMPLE_WEBHOOK) String webhook,
            @Valid @BeanParam IdempotencyKey key) {
        UUID owner = tenant.id();
        return send(key, "testWebhook", webhook, () -> deliveries.test(owner, webhook));
    }

    private Response send(IdempotencyKey key, String operation, String subject, Supplier<Delivery> deed) {
        Response response = idempotency.once(tenant.id(), key, operation, subject, () -> {
            DeliveryView view = DeliveryView.of(deed.get());
            return new Outcome(202, view.links().self(), view);
        });
        dispatch.wake();
        return response;
    }

    @GET
    @Path("deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "List what a webhook was told, newest first",
            description = "Each with its latest attempts and what came back. Kept for 30 days, unless its session goes"
                    + " earlier.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries.",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Response list(
            @PathParam("webhook") @Parameter(example = EXAMPLE_WEBHOOK) String webhook,
            @QueryParam("status") @Parameter(description = "Only those that stand there.") @Nullable DeliveryStatus status,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        UUID before = page.before(IdKind.DELIVERY);
        List<Delivery> rows = deliveries.list(tenant.id(), webhook, status, before, page.limit() + 1);
        return NextLink.respond(
                Page.of(rows, page.limit(), DeliveryView::of, row -> IdKind.DELIVERY.format(row.id())), uri);
    }

    @GET
    @Path("deliveries/{delivery}")
    @Operation(
            operationId = "getDelivery",
            summary = "Read a delivery and its attempts",
            description = "What is sent, how often it was tried, what came back, and when it is tried next.")
    public DeliveryView get(
            @PathParam("webhook") @Parameter(example = EXAMPLE_WEBHOOK) String webhook,
            @PathParam("delivery") @Parameter(example = EXAMPLE_ID) String delivery) {
        return DeliveryView.of(deliveries.get(tenant.id(), webhook, delivery));
    }

    @POST
    @Path("deliveries/{delivery}/redeliver")
    @Operation(
            operationId = "redeliver",
            summary = "Send a delivery once more",
            description =
                    "At once and, should that fail, with all the attempts of a new one. `webhook-id` stays the same.")
    @APIResponse(
            responseCode = "202",
            description = "The delivery is on its way.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response redeliver(
            @PathParam("webhook") @Parameter(example = EXAMPLE_WEBHOOK) String webhook,
            @PathParam("delivery") @Parameter(example = EXAMPLE_ID) String delivery,
            @Valid @BeanParam IdempotencyKey key) {
        UUID owner = tenant.id();
        return send(key, "redeliver", webhook + " " + delivery, () -> deliveries.redeliver(owner, webhook, delivery));
    }

    @Schema(name = "WebhookDeliveryPage")
    record DeliveryPage(
            List<DeliveryView> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}
}
