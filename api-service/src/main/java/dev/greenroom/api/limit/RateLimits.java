package dev.greenroom.api.limit;

import dev.greenroom.api.problem.Fault;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Counts requests, tells clients how they stand, and refuses those that come too often. */
@ApplicationScoped
public class RateLimits {

    private static final String POLICY = "RateLimit-Policy";
    private static final String STATE = "RateLimit";

    private final Buckets buckets;
    private final LimitSettings settings;
    private final MeterRegistry metrics;

    RateLimits(AgroalDataSource database, LimitSettings settings, Clock clock, MeterRegistry metrics) {
        this.buckets = new Buckets(database, settings, clock);
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * Counts one request under {@code subject} and writes how the quota stands into the headers of the response. May
     * block; not within a transaction.
     *
     * @param subject whoever is counted on their own: a key, a session
     * @throws Fault.TooMany if the quota is used up
     */
    public void count(Quota quota, String subject, HttpServerResponse response) {
        if (!settings.enabled()) {
            return;
        }
        Allowance allowance = buckets.take(quota, subject);
        response.headers().add(POLICY, allowance.policyItem()).add(STATE, allowance.stateItem());
        if (!allowance.granted()) {
            metrics.counter("greenroom.limit.refused", "quota", quota.policy()).increment();
            throw new Fault.TooMany(
                    "rate_limited",
                    "The quota '%s' is used up.".formatted(quota.policy()),
                    Duration.ofSeconds(allowance.waitSeconds()));
        }
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetFullOnes() {
        buckets.forgetFullOnes();
    }
}
