package dev.greenroom.worker.writing;

import static dev.greenroom.worker.writing.UnstoredResults.NOW;
import static dev.greenroom.worker.writing.UnstoredResults.result;
import static dev.greenroom.worker.writing.UnstoredResults.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.event.EventType;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.outbox.OutboxMessage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTest {

    private static final String ONE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OTHER = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void tellsOfEachResultInItsOwnTraceAlthoughOneThreadWritesThemAll() {
        // given
        ScoredAnswer one = scoredIn(ONE, session(1));
        ScoredAnswer other = scoredIn(OTHER, session(2));

        // when
        List<OutboxMessage> messages;
        try (Scope _ = span(ONE).makeCurrent()) {
            messages = Step.messages(List.of(step(session(1), one), step(session(2), other)));
        }

        // then
        assertThat(messages).hasSize(4);
        assertThat(messages.subList(0, 2))
                .allSatisfy(message -> assertThat(message.payload()).contains(ONE));
        assertThat(messages.subList(2, 4))
                .allSatisfy(
                        message -> assertThat(message.payload()).contains(OTHER).doesNotContain(ONE));
    }

    @Test
    void belongsToNoTraceWhileNobodyTraces() {
        assertThat(result(session(1)).traceparent()).isNull();
    }

    private static ScoredAnswer scoredIn(String trace, Session session) {
        try (Scope _ = span(trace).makeCurrent()) {
            return result(session);
        }
    }

    private static Step step(Session session, ScoredAnswer result) {
        InterviewEvent scored = new InterviewEvent(
                session, EventType.ANSWER_SCORED, result.turn().id(), result.answerId(), NOW);
        return Step.of(session, Optional.empty(), scored, new Move.Finished(), NOW)
                .tracedBy(result.traceparent());
    }

    private static Span span(String trace) {
        return Span.wrap(
                SpanContext.create(trace, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()));
    }
}
