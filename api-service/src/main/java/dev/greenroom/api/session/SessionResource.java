package dev.greenroom.api.session;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.idempotency.Idempotency;
import dev.greenroom.api.idempotency.IdempotencyKey;
import dev.greenroom.api.idempotency.Outcome;
import dev.greenroom.api.page.Cursor;
import dev.greenroom.api.page.NextLink;
import dev.greenroom.api.page.Page;
import dev.greenroom.api.page.PageRequest;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.SessionStatus;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "The interview.")
class SessionResource {

    private final Interviews interviews;
    private final Sessions sessions;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    SessionResource(Interviews interviews, Sessions sessions, Idempotency idempotency, CurrentTenant tenant) {
        this.interviews = interviews;
        this.sessions = sessions;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "startSession", summary = "Start an interview")
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
        UUID owner = tenant.id();
        return idempotency.once(owner, key, "startSession", order, () -> {
            SessionView session = interviews.start(owner, order);
            return new Outcome(201, session.links().self(), session);
        });
    }

    @GET
    @Operation(operationId = "listSessions", summary = "List sessions, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of sessions.",
            content = @Content(schema = @Schema(implementation = SessionPage.class)))
    public Response list(
            @QueryParam("candidateRef") @Nullable String candidateRef,
            @QueryParam("status") @Nullable SessionStatus status,
            @QueryParam("topic") @Nullable String topic,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        UUID before = page.cursor()
                .map(Cursor::decode)
                .map(id -> IdKind.SESSION.parse(id).orElseThrow(Cursor::unknown))
                .orElse(null);
        List<Session> rows =
                sessions.list(tenant.id(), new Sessions.Filter(candidateRef, status, topic), before, page.limit() + 1);
        return NextLink.respond(
                Page.of(rows, page.limit(), SessionSummary::of, row -> IdKind.SESSION.format(row.id())), uri);
    }

    @GET
    @Path("{session}")
    @Operation(operationId = "getSession", summary = "Read a session with its turns")
    public SessionView get(@PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session) {
        return interviews.get(tenant.id(), session);
    }

    @POST
    @Path("{session}/complete")
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
                () -> new Outcome(200, null, interviews.complete(owner, session)));
    }

    @Schema(name = "SessionPage")
    interface SessionPage {
        List<SessionSummary> items();

        @Nullable String nextCursor();
    }
}
