package dev.greenroom.worker.scoring;

import dev.greenroom.model.trace.Traceparent;
import dev.greenroom.worker.lease.Claim;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** Continues the trace of the request that submitted an answer; costs nothing unless an agent is attached. */
final class ScoringTrace {

    private ScoringTrace() {}

    /** Does the work as a part of the trace that {@code traceparent} names. */
    static void follow(Claim claim, @Nullable String traceparent, Runnable work) {
        Span span = Traceparent.continued(traceparent, "score answer", SpanKind.CONSUMER)
                .setAttribute("greenroom.answer", claim.answerId().toString())
                .setAttribute("greenroom.attempt", claim.attempt())
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
