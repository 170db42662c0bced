package dev.greenroom.relay;

import java.time.Duration;

/**
 * How a relay works.
 *
 * @param batchSize how many rows one transaction publishes at most
 * @param pollInterval how long rows that nobody announced may lie
 * @param longestBackOff the longest gap between two tries while Kafka or the database is away
 * @param drain how long closing goes on publishing
 */
public record RelaySettings(int batchSize, Duration pollInterval, Duration longestBackOff, Duration drain) {

    public RelaySettings {
        if (batchSize < 1 || !pollInterval.isPositive() || !longestBackOff.isPositive() || drain.isNegative()) {
            throw new IllegalArgumentException("A relay needs a batch of at least 1 and gaps above 0");
        }
    }

    /** What both services use: batches large enough to outrun any submitter, gaps short enough to go unnoticed. */
    public static RelaySettings standard() {
        return new RelaySettings(500, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(2));
    }
}
