package dev.greenroom.localstack;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences what Kafka and the starter of PostgreSQL log in good health, some hundreds of lines a start. */
final class PartLogs {
    static {
        // The log manager of the class path complains unless it is named before the first logger is made.
        System.getProperties().putIfAbsent("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    }

    // Held here, since the log manager forgets the level of a logger that nobody holds.
    private static final List<Logger> WARNINGS_ONLY = List.of(
            logger("org.apache.kafka"), logger("kafka"), logger("state.change.logger"), logger("io.zonky.test"));

    // It warns each time that a controller becomes active.
    private static final Logger ERRORS_ONLY = logger("org.apache.kafka.controller.QuorumController");

    private PartLogs() {}

    static void silence() {
        WARNINGS_ONLY.forEach(logger -> logger.setLevel(Level.WARNING));
        ERRORS_ONLY.setLevel(Level.SEVERE);
    }

    private static Logger logger(String name) {
        return Logger.getLogger(name);
    }
}
