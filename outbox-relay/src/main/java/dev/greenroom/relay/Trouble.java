package dev.greenroom.relay;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the failures in a row: gaps between tries and between log entries grow with them. One thread only. */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration FIRST_GAP = Duration.ofMillis(100);
    private static final int LARGEST_SHIFT = 16;

    private final Duration longestGap;
    private int inARow;

    Trouble(Duration longestGap) {
        this.longestGap = longestGap;
    }

    /** Takes note of a failure and says how long to wait before the next try. */
    Duration note(Exception failure) {
        inARow++;
        if (Integer.bitCount(inARow) == 1) {
            LOG.warn("Outbox rows can't be published and wait; failure {} in a row: {}", inARow, failure.toString());
        }
        Duration gap = FIRST_GAP.multipliedBy(1L << Math.min(inARow - 1, LARGEST_SHIFT));
        return gap.compareTo(longestGap) < 0 ? gap : longestGap;
    }

    void over() {
        if (inARow > 0) {
            LOG.info("Outbox rows are published again after {} failures", inARow);
            inARow = 0;
        }
    }
}
