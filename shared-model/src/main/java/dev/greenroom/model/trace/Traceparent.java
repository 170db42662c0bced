package dev.greenroom.model.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C Trace Context header {@code traceparent}, version 00, as messages carry it. */
public final class Traceparent {

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private Traceparent() {}

    /** Of what this thread is doing; null while nobody traces. */
    public static @Nullable String current() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? of(context) : null;
    }

    private static String of(SpanContext context) {
        return "00-%s-%s-%s"
                .formatted(
                        context.getTraceId(),
                        context.getSpanId(),
                        context.getTraceFlags().asHex());
    }

    /** A span of the trace that a message or a row names, or of a new one; it does nothing unless an agent is attached. */
    public static SpanBuilder continued(@Nullable String traceparent, String name, SpanKind kind) {
        // Looked up each time: a tracer that was asked for before the agent is ready would do nothing for ever.
        return GlobalOpenTelemetry.getTracer("dev.greenroom")
                .spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(parse(traceparent))));
    }

    /** The span that a message names; an invalid one, which begins a new trace, if it names none. */
    public static SpanContext parse(@Nullable String traceparent) {
        Matcher parts = FORM.matcher(traceparent == null ? "" : traceparent);
        return parts.matches()
                ? SpanContext.createFromRemoteParent(
                        parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }
}
