package dev.greenroom.api.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Outcome;
import dev.greenroom.api.page.NextLink;
import dev.greenroom.api.page.Page;
import dev.greenroom.api.page.PageRequest;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Origin;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.SessionStatus;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "The interview.")
class SessionResource {

    private final Interviews interviews;
    private final Claiming claiming;
    private final Sessions sessions;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    SessionResource(
            Interviews interviews,
            Claiming claiming,
            Sessions sessions,
            Idempotency idempotency,
            CurrentTenant tenant) {
        this.interviews = interviews;
        this.claiming = claiming;
        this.sessions = sessions;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.SESSIONS_WRITE)
    @Operation(
            operationId = "startSession",
            summary = "Start an interview",
            description = "Its first turn is asked at once. Questions are drawn by topic,"
                    + " sections and level, or asked in the order of `questions`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StartSession.class),
                            examples = @ExampleObject(name = "practice", value = StartSession.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The session, with its first turn.",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Response start(@Valid @BeanParam IdempotencyKey key, @NotNull @Valid StartSession order) {
        Caller.KeyHolder caller = tenant.requireKey();
        Origin origin = new Origin(false, caller.sandbox());
        return idempotency.once(caller.tenant(), key, "startSession", order, () -> {
            SessionView session = interviews.start(caller.tenant(), origin, order);
            return new Outcome(201, session.links().self(), session).about(session.id());
        });
    }

    @GET
    @PermissionsAllowed(Scopes.SESSIONS_READ)
    @Operation(
            operationId = "listSessions",
            summary = "List sessions, newest first",
            description = "Without their turns; the parameters narrow the list down.")
    @APIResponse(
            responseCode = "200",
            description = "A page of sessions.",
            content = @Content(schema = @Schema(implementation = SessionPage.class)))
    public Response list(
            @QueryParam("candidateRef") @Size(max = 200) @Nullable String candidateRef,
            @QueryParam("status") @Nullable SessionStatus status,
            @QueryParam("topic") @Size(max = 64) @Nullable String topic,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        UUID before = page.before(IdKind.SESSION);
        List<Session> rows =
                sessions.list(tenant.id(), new Sessions.Filter(candidateRef, status, topic), before, page.limit() + 1);
        return NextLink.respond(
                Page.of(rows, page.limit(), SessionSummary::of, row -> IdKind.SESSION.format(row.id())), uri);
    }

    @GET
    @Path("{session}")
    @PermissionsAllowed({Scopes.SESSIONS_READ, Scopes.ONE_SESSION})
    @Operation(
            operationId = "getSession",
            summary = "Read a session with its turns",
            description = "All turns that were asked so far, follow-ups behind the turn that they ask back about.")
    public SessionView get(@PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session) {
        return interviews.get(tenant.id(), session);
    }

    @POST
    @Path("{session}/complete")
    @PermissionsAllowed({Scopes.SESSIONS_WRITE, Scopes.ONE_SESSION})
    @Operation(
            operationId = "completeSession",
            summary = "End the interview now",
            description =
                    "Answers that are being scored still get their feedback. Ending an ended session changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The session as it ended.",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Response complete(
            @PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session,
            @Valid @BeanParam IdempotencyKey key) {
        UUID owner = tenant.id();
        return idempotency.once(
                owner,
                key,
                "completeSession",
                session,
                () -> new Outcome(200, null, interviews.complete(owner, session)).about(session));
    }

    @POST
    @Path("{session}/claim")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.SESSIONS_WRITE)
    @Operation(
            operationId = "claimSession",
            summary = "Give a session to a candidate",
            description = "For guests who sign in later: the session, begun without a `candidateRef`, becomes this"
                    + " candidate's, and what it has shown counts in their progress. Once; 409 `session_has_candidate` when"
                    + " it is somebody else's already.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimSession.class),
                            examples = @ExampleObject(name = "signed in", value = ClaimSession.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The session with its candidate.",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Response claim(
            @PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session,
            @Valid @BeanParam IdempotencyKey key,
            @NotNull @Valid ClaimSession order) {
        UUID owner = tenant.id();
        return idempotency.once(owner, key, "claimSession " + session, order, () -> {
            claiming.claim(owner, session, order.candidateRef());
            return new Outcome(200, null, interviews.get(owner, session)).about(session);
        });
    }

    @Schema(name = "SessionPage")
    record SessionPage(
            List<SessionSummary> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}
}
