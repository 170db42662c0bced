package dev.greenroom.worker.lease;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The name of this worker, for people who look at leases: what decides is the attempt number alone. */
@Singleton
public final class WorkerName {

    private final String name;

    public WorkerName(WorkerConfig config, RandomGenerator random) {
        this.name = config.name()
                .orElseGet(() ->
                        "%s-%d-%04x".formatted(host(), ProcessHandle.current().pid(), random.nextInt(0x10000)));
    }

    private static String host() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .filter(host -> !host.isBlank())
                .orElse("worker");
    }

    @Override
    public String toString() {
        return name;
    }
}
