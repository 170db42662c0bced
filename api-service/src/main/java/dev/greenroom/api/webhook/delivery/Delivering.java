package dev.greenroom.api.webhook.delivery;

import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.trace.Traceparent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tries a delivery once and decides what becomes of it and of its endpoint. */
@ApplicationScoped
class Delivering {

    private static final Logger LOG = Logger.getLogger(Delivering.class);

    private final Trying trying;
    private final Claims claims;
    private final Schedule schedule;
    private final DeliveryMetrics metrics;

    Delivering(
            Trying trying,
            Claims claims,
            DeliverySettings settings,
            RandomGenerator randomness,
            DeliveryMetrics metrics) {
        this.trying = trying;
        this.claims = claims;
        this.schedule = new Schedule(settings.gaps(), randomness);
        this.metrics = metrics;
    }

    /** Without a transaction while the endpoint is asked; what came of it is written in one. */
    void deliver(Claimed claimed) throws InterruptedException {
        Trying.Tried tried = attempt(claimed);
        metrics.attempted(tried.reply(), tried.duration());
        if (tried.reply().isTaken()) {
            QuarkusTransaction.requiringNew().call(() -> claims.taken(claimed, tried.attempt()));
        } else {
            fail(claimed, tried);
        }
    }

    /** In the trace of what it tells of. */
    private Trying.Tried attempt(Claimed claimed) throws InterruptedException {
        Span span = Traceparent.continued(claimed.traceparent(), "deliver webhook", SpanKind.PRODUCER)
                .setAttribute("greenroom.delivery", claimed.id().toString())
                .setAttribute("greenroom.attempt", claimed.attempt())
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            Trying.Tried tried = trying.attempt(claimed);
            span.setStatus(tried.reply().isTaken() ? StatusCode.OK : StatusCode.ERROR);
            return tried;
        } finally {
            span.end();
        }
    }

    private void fail(Claimed claimed, Trying.Tried tried) {
        Duration gap = schedule.gapAfter(claimed.attempt()).orElse(null);
        String reason = reasonToDisable(claimed.endpoint(), tried.reply());
        boolean disabled = QuarkusTransaction.requiringNew()
                .call(() -> claims.failed(claimed, tried.attempt(), gap)
                        && reason != null
                        && claims.disable(claimed.endpoint(), reason));
        if (gap == null) {
            metrics.gaveUp();
            LOG.infof("Gave up on delivery %s after %d attempts", claimed.id(), claimed.attempt());
        }
        if (disabled) {
            metrics.disabled();
            LOG.infof(
                    "Switched off %s: %s",
                    IdKind.WEBHOOK.format(claimed.endpoint().id()), reason);
        }
    }

    private static @Nullable String reasonToDisable(Claimed.Endpoint endpoint, Reply reply) {
        if (reply instanceof Reply.Answered answered && answered.isGone()) {
            return "GONE";
        }
        return endpoint.failingTooLong() ? "FAILING" : null;
    }
}
