package dev.greenroom.api.stream;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.api.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions/{session}/events")
@PermissionsAllowed({Scopes.SESSIONS_READ, Scopes.ONE_SESSION})
@RunOnVirtualThread
@Tag(name = "Live events", description = "What happens in a session, as it happens.")
class EventStreamResource {

    private final EventStreams streams;
    private final CurrentTenant tenant;

    EventStreamResource(EventStreams streams, CurrentTenant tenant) {
        this.streams = streams;
        this.tenant = tenant;
    }

    @GET
    @Blocking // what a Multi is made in would otherwise be the event loop
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no") // nginx would keep events back until it has a buffer full
    @Operation(
            operationId = "followSession",
            summary = "Follow a session live",
            description = EventExamples.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "The stream. The schema and the examples are those of an event's `data`.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = EventView.class),
                            examples = {
                                @ExampleObject(name = "turn.asked", value = EventExamples.TURN_ASKED),
                                @ExampleObject(name = "answer.received", value = EventExamples.ANSWER_RECEIVED),
                                @ExampleObject(name = "answer.preliminary", value = EventExamples.ANSWER_PRELIMINARY),
                                @ExampleObject(name = "answer.scored", value = EventExamples.ANSWER_SCORED),
                                @ExampleObject(name = "answer.unscored", value = EventExamples.ANSWER_UNSCORED),
                                @ExampleObject(name = "answer.failed", value = EventExamples.ANSWER_FAILED),
                                @ExampleObject(name = "session.completed", value = EventExamples.SESSION_COMPLETED),
                                @ExampleObject(name = "session.expired", value = EventExamples.SESSION_EXPIRED),
                                @ExampleObject(name = "report.ready", value = EventExamples.REPORT_READY)
                            }))
    @APIResponse(
            responseCode = "204",
            description =
                    "You have seen all events, the session is over and all its feedback is there: don't reconnect.")
    @APIResponse(
            responseCode = "409",
            description = "The events after the cursor are no longer kept (`cursor_expired`).",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Multi<OutboundSseEvent> follow(
            @PathParam("session") @Parameter(example = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String session,
            @HeaderParam("Last-Event-ID")
                    @Parameter(
                            description = "The `id` of the last event that you have seen.",
                            example = "4",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 18, pattern = EventCursor.FORM))
                    @Nullable String lastEventId,
            @QueryParam("lastEventId")
                    @Parameter(
                            description =
                                    "The same for clients that can't set the header, which counts if both are there.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 18, pattern = EventCursor.FORM))
                    @Nullable String lastEventIdParameter,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        return streams.open(
                        tenant.id(),
                        session,
                        EventCursor.of(lastEventId, lastEventIdParameter),
                        () -> HangingUp.on(request))
                .orElseThrow(EventStreamResource::nothingMore)
                .map(signal -> event(sse, signal));
    }

    /** By the standard, a client that gets this does not reconnect. */
    private static WebApplicationException nothingMore() {
        return new WebApplicationException(Response.noContent().build());
    }

    private static OutboundSseEvent event(Sse sse, Signal signal) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        return switch (signal) {
            // JAX-RS asks for a comment where there is no data.
            case Signal.Retry(var delay) ->
                event.comment("").reconnectDelay(delay.toMillis()).build();
            case Signal.Heartbeat() -> event.comment("").build();
            case Signal.Told(var told) ->
                event.id(Long.toString(told.cursor()))
                        .name(told.type())
                        .data(EventView.class, told)
                        .build();
        };
    }
}
