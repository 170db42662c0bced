package dev.greenroom.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Issued;
import dev.greenroom.api.idempotency.Outcome;
import dev.greenroom.api.page.NextLink;
import dev.greenroom.api.page.Page;
import dev.greenroom.api.page.PageRequest;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.webhook.target.Target;
import dev.greenroom.api.webhook.target.Targets;
import dev.greenroom.model.id.IdKind;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** On platform threads, since asking a name server would keep the carrier of a virtual one. */
@Path("/v1/webhooks")
@PermissionsAllowed(Scopes.WEBHOOKS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "What happens, sent to you as it happens.")
class WebhookResource {

    static final String EXAMPLE_ID = "whk_01kB2m9fQ8Zr5tYw3xVn7Q";

    private final Webhooks webhooks;
    private final Targets targets;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    WebhookResource(Webhooks webhooks, Targets targets, Idempotency idempotency, CurrentTenant tenant) {
        this.webhooks = webhooks;
        this.targets = targets;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhook",
            summary = "Have events sent to an endpoint",
            description = "`secret`, by which the endpoint verifies what comes, is shown this once; a repetition by"
                    + " `Idempotency-Key` shows the webhook without it. What is sent, and how to verify it, stands"
                    + " under `webhooks` in this document.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreateWebhook.class),
                            examples = @ExampleObject(name = "feedback", value = CreateWebhook.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The webhook.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response create(@Valid @BeanParam IdempotencyKey key, @NotNull @Valid CreateWebhook order) {
        requireOpen(order.url());
        UUID owner = tenant.id();
        return idempotency.issue(owner, key, "createWebhook", order, () -> {
            IssuedSecret made = webhooks.create(owner, order);
            WebhookView view = WebhookView.of(made.webhook());
            return new Issued(new Outcome(201, view.links().self(), view), WebhookView.of(made));
        });
    }

    private void requireOpen(@Nullable String url) {
        if (url != null && targets.look(url) instanceof Target.Closed(String why)) {
            throw Fault.Unacceptable.at("/url", "webhook_url_refused", why);
        }
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List the webhooks, newest first",
            description = "Without their secrets; those that were switched off are among them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of webhooks.",
            content = @Content(schema = @Schema(implementation = WebhookPage.class)))
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        UUID before = page.before(IdKind.WEBHOOK);
        List<Webhook> rows = webhooks.list(tenant.id(), before, page.limit() + 1);
        return NextLink.respond(
                Page.of(rows, page.limit(), WebhookView::of, row -> IdKind.WEBHOOK.format(row.id())), uri);
    }

    @GET
    @Path("{webhook}")
    @Operation(
            operationId = "getWebhook",
            summary = "Read a webhook",
            description = "Without its secret. `failingSince` and `disabledReason` say whether it works.")
    public WebhookView get(@PathParam("webhook") @Parameter(example = EXAMPLE_ID) String webhook) {
        return WebhookView.of(webhooks.get(tenant.id(), webhook));
    }

    @PATCH
    @Path("{webhook}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook",
            description = "What the order leaves out stays as it is. Switched off, an endpoint is told of nothing that"
                    + " happens meanwhile; what waits for it goes on once it is switched on again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeWebhook.class),
                            examples = @ExampleObject(name = "switch on", value = ChangeWebhook.EXAMPLE)))
    public WebhookView change(
            @PathParam("webhook") @Parameter(example = EXAMPLE_ID) String webhook,
            @NotNull @Valid ChangeWebhook order) {
        requireOpen(order.url());
        return WebhookView.of(webhooks.change(tenant.id(), webhook, order));
    }

    @DELETE
    @Path("{webhook}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "With its deliveries, those that still wait included.")
    @APIResponse(responseCode = "204", description = "The webhook is gone.")
    public void delete(@PathParam("webhook") @Parameter(example = EXAMPLE_ID) String webhook) {
        webhooks.delete(tenant.id(), webhook);
    }

    @POST
    @Path("{webhook}/rotate-secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Replace a webhook's secret",
            description =
                    "`secret` holds the new one, this once. For 24 hours everything is signed by both, so that the"
                            + " endpoint may change over at any time in between.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response rotateSecret(
            @PathParam("webhook") @Parameter(example = EXAMPLE_ID) String webhook,
            @Valid @BeanParam IdempotencyKey key) {
        UUID owner = tenant.id();
        return idempotency.issue(owner, key, "rotateWebhookSecret", webhook, () -> {
            IssuedSecret made = webhooks.rotate(owner, webhook);
            return new Issued(new Outcome(200, null, WebhookView.of(made.webhook())), WebhookView.of(made));
        });
    }

    @Schema(name = "WebhookPage")
    record WebhookPage(
            List<WebhookView> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}
}
