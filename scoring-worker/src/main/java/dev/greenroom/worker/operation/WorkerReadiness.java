package dev.greenroom.worker.operation;

import dev.greenroom.worker.intake.Intake;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether this worker takes answers; whether the database can be reached is a check of its own, which comes with it. */
@Readiness
@Singleton
final class WorkerReadiness implements HealthCheck {

    private final Intake intake;

    WorkerReadiness(Intake intake) {
        this.intake = intake;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake").status(intake.isRunning()).build();
    }
}
