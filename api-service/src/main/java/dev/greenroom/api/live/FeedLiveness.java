package dev.greenroom.api.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red when the thread that hears of news has died; while Kafka is away it lives. */
@Liveness
@ApplicationScoped
class FeedLiveness implements HealthCheck {

    private final EventFeed feed;

    FeedLiveness(EventFeed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("event feed").status(feed.isAlive()).build();
    }
}
