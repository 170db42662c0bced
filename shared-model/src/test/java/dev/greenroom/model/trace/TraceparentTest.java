package dev.greenroom.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import java.util.stream.Stream;
import net.jqwik.api.Example;

class TraceparentTest {

    private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Example
    void isNoneWhileNobodyTraces() {
        assertThat(Traceparent.current()).isNull();
    }

    @Example
    void comesOutAsItWentIn() {
        SpanContext parsed = Traceparent.parse(SAMPLED);

        try (Scope _ = Span.wrap(parsed).makeCurrent()) {
            assertThat(parsed.isRemote()).isTrue();
            assertThat(Traceparent.current()).isEqualTo(SAMPLED);
        }
    }

    @Example
    void beginsAnewWhereThereIsNoneThatCounts() {
        assertThat(Traceparent.parse(null).isValid()).isFalse();
        assertThat(Stream.of(
                        "",
                        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"))
                .noneMatch(traceparent -> Traceparent.parse(traceparent).isValid());
    }
}
