package dev.greenroom.api.guest;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.access.token.SessionTokens;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Outcome;
import dev.greenroom.api.session.Interviews;
import dev.greenroom.api.session.SessionView;
import dev.greenroom.api.session.StartSession;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Origin;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/guest-sessions")
@PermissionsAllowed(Scopes.GUESTS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class GuestResource {

    private static final String EXAMPLE = """
            {"topic": "django", "questionCount": 3, "maxFollowUps": 1}""";

    private final GuestAdmission admission;
    private final Interviews interviews;
    private final SessionTokens tokens;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    GuestResource(
            GuestAdmission admission,
            Interviews interviews,
            SessionTokens tokens,
            Idempotency idempotency,
            CurrentTenant tenant) {
        this.admission = admission;
        this.interviews = interviews;
        this.tokens = tokens;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startGuestSession",
            summary = "Start an interview as a guest",
            description =
                    "With a publishable key, which opens nothing else. The token in the response opens the session;"
                            + " a repetition by `Idempotency-Key`, which has to be hard to guess, gets another token of the"
                            + " same session. The number of sessions in an hour is limited, for each key and each client address.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StartSession.class),
                            examples = @ExampleObject(name = "three questions", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The session, with its first turn, and its token.",
            content = @Content(schema = @Schema(implementation = GuestSessionView.class)))
    @APIResponse(
            responseCode = "429",
            description = "Enough for this hour.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response start(@Valid @BeanParam IdempotencyKey key, @NotNull @Valid StartSession order) {
        Caller.KeyHolder caller = tenant.requireKey();
        admission.admit(caller, order);
        Origin origin = new Origin(true, caller.sandbox());
        Response started = idempotency.once(caller.tenant(), key, "startGuestSession", order, () -> {
            SessionView session = interviews.start(caller.tenant(), origin, order);
            return new Outcome(201, session.links().self(), session).about(session.id());
        });
        return withToken(started, caller);
    }

    /** The token goes to the caller, and never into the record by which the response could be repeated. */
    private Response withToken(Response started, Caller.KeyHolder caller) {
        String path = started.getHeaderString(HttpHeaders.LOCATION);
        UUID session =
                IdKind.SESSION.parse(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        GuestSessionView view = new GuestSessionView((String) started.getEntity(), tokens.issue(caller, session));
        return Response.fromResponse(started).entity(view).build();
    }
}
