package dev.greenroom.worker.scoring;

import dev.greenroom.model.trace.Traceparent;
import dev.greenroom.worker.lease.Claim;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** Continues the trace of the request that submitted an answer; costs nothing unless an agent is attached. */
final class ScoringTrace {

    private ScoringTrace() {}

    /** Does the work as a part of the trace that {@code traceparent} names. */
    static void follow(Claim claim, @Nullable String traceparent, Runnable work) {
        Span span = tracer().spanBuilder("score answer")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(Context.root().with(Span.wrap(Traceparent.parse(traceparent))))
                .setAttribute("greenroom.answer", claim.answerId().toString())
                .setAttribute("greenroom.attempt", claim.attempt())
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }

    /** Looked up each time: a tracer that was asked for before the agent is ready would do nothing for ever. */
    private static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer("dev.greenroom.worker");
    }
}
