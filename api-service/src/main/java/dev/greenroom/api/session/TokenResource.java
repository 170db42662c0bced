package dev.greenroom.api.session;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.access.token.SessionToken;
import dev.greenroom.api.access.token.SessionTokens;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Outcome;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions/{session}/tokens")
@PermissionsAllowed({Scopes.SESSIONS_WRITE, Scopes.ONE_SESSION})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class TokenResource {

    private final Interviews interviews;
    private final SessionTokens tokens;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    TokenResource(Interviews interviews, SessionTokens tokens, Idempotency idempotency, CurrentTenant tenant) {
        this.interviews = interviews;
        this.tokens = tokens;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Operation(
            operationId = "createSessionToken",
            summary = "Make a token for the candidate's browser or phone",
            description = "The token opens this session and nothing else, for a quarter of an hour. It makes its own"
                    + " successor by this same request, for a day from the first one on. No token is kept: a"
                    + " repetition by `Idempotency-Key` gets another one.")
    @APIResponse(
            responseCode = "201",
            description = "The token.",
            content = @Content(schema = @Schema(implementation = SessionToken.class)))
    public Response create(
            @PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session,
            @Valid @BeanParam IdempotencyKey key) {
        SessionToken token = tokens.issue(tenant.caller(), interviews.requireId(tenant.id(), session));
        Response response = idempotency.once(
                tenant.id(),
                key,
                "createSessionToken",
                session,
                () -> new Outcome(201, null, Map.of("sessionId", session)).about(session));
        return Response.fromResponse(response).entity(token).build();
    }
}
