package dev.greenroom.api.access.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Issued;
import dev.greenroom.api.idempotency.Outcome;
import dev.greenroom.api.page.NextLink;
import dev.greenroom.api.page.Page;
import dev.greenroom.api.page.PageRequest;
import dev.greenroom.model.id.IdKind;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/api-keys")
@PermissionsAllowed(Scopes.ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys", description = "Who may call, and what for.")
class ApiKeyResource {

    private static final String EXAMPLE_ID = "key_01kB2m9fQ8Zr5tYw3xVn7P";

    private final ApiKeys keys;
    private final KeyChecking checking;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    ApiKeyResource(ApiKeys keys, KeyChecking checking, Idempotency idempotency, CurrentTenant tenant) {
        this.keys = keys;
        this.checking = checking;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key",
            description = "`secret` holds the key, this once: it is kept as a hash. A repetition by `Idempotency-Key`"
                    + " shows the key that was made without it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreateKey.class),
                            examples = @ExampleObject(name = "backend", value = CreateKey.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
    public Response create(@Valid @BeanParam IdempotencyKey key, @NotNull @Valid CreateKey order) {
        Caller.KeyHolder maker = tenant.requireKey();
        return issue(key, "createApiKey", order, () -> keys.create(maker, order));
    }

    @POST
    @Path("{key}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rotateApiKey",
            summary = "Replace an API key",
            description = "Makes a key with the same rights. Both work until the overlap is over; `DELETE` ends the old"
                    + " one earlier. A key is rotated once: go on with its successor.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RotateKey.class),
                            examples = @ExampleObject(name = "an hour", value = RotateKey.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The new key.",
            content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
    public Response rotate(
            @PathParam("key") @Parameter(example = EXAMPLE_ID) String apiKey,
            @Valid @BeanParam IdempotencyKey key,
            @NotNull @Valid RotateKey order) {
        UUID owner = tenant.id();
        Response response = issue(key, "rotateApiKey " + apiKey, order, () -> keys.rotate(owner, apiKey, order));
        checking.forget();
        return response;
    }

    private Response issue(IdempotencyKey key, String operation, Object order, Supplier<IssuedKey> deed) {
        return idempotency.issue(tenant.id(), key, operation, order, () -> {
            IssuedKey made = deed.get();
            ApiKeyView view = ApiKeyView.of(made.key());
            return new Issued(new Outcome(201, view.path(), view), ApiKeyView.of(made));
        });
    }

    @GET
    @Operation(
            operationId = "listApiKeys",
            summary = "List the API keys, newest first",
            description = "Without their secrets, which are kept as hashes only.")
    @APIResponse(
            responseCode = "200",
            description = "A page of keys, revoked ones among them.",
            content = @Content(schema = @Schema(implementation = ApiKeyPage.class)))
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        UUID before = page.before(IdKind.API_KEY);
        List<ApiKey> rows = keys.list(tenant.id(), before, page.limit() + 1);
        return NextLink.respond(
                Page.of(rows, page.limit(), ApiKeyView::of, row -> IdKind.API_KEY.format(row.id())), uri);
    }

    @GET
    @Path("{key}")
    @Operation(
            operationId = "getApiKey",
            summary = "Read an API key",
            description = "Without its secret, which is kept as a hash only.")
    public ApiKeyView get(@PathParam("key") @Parameter(example = EXAMPLE_ID) String key) {
        return ApiKeyView.of(keys.get(tenant.id(), key));
    }

    @DELETE
    @Path("{key}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "It opens nothing from now on, everywhere within five seconds. Revoking"
                    + " a revoked key changes nothing.")
    @APIResponse(responseCode = "204", description = "The key is revoked.")
    public void revoke(@PathParam("key") @Parameter(example = EXAMPLE_ID) String key) {
        keys.revoke(tenant.id(), key);
        checking.forget();
    }

    @Schema(name = "ApiKeyPage")
    record ApiKeyPage(
            List<ApiKeyView> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}
}
