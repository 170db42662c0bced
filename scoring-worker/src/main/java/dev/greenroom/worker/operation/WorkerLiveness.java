package dev.greenroom.worker.operation;

import dev.greenroom.worker.intake.Intake;
import dev.greenroom.worker.publishing.Publishing;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Red only when a restart would help: a thread has died or is stuck. That Kafka or the database is away is no such
 * reason, since the threads move on while they wait for them.
 */
@Liveness
@Singleton
final class WorkerLiveness implements HealthCheck {

    // Longer than any single wait of the thread: the longest is a frozen connection, which breaks after 30 s.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

    private final Intake intake;
    private final Background background;
    private final Publishing publishing;

    WorkerLiveness(Intake intake, Background background, Publishing publishing) {
        this.intake = intake;
        this.background = background;
        this.publishing = publishing;
    }

    @Override
    public HealthCheckResponse call() {
        boolean moves = intake.silence().compareTo(LONGEST_SILENCE) < 0;
        return HealthCheckResponse.named("worker threads")
                .status(moves && background.isAlive() && publishing.isAlive())
                .withData("intakeSilentMs", intake.silence().toMillis())
                .build();
    }
}
