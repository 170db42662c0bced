package dev.greenroom.api.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red when the thread that hands out deliveries has died; while endpoints or the database are away it lives. */
@Liveness
@ApplicationScoped
class DispatchLiveness implements HealthCheck {

    private final Dispatch dispatch;

    DispatchLiveness(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("webhook dispatch")
                .status(dispatch.isAlive())
                .build();
    }
}
