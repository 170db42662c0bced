package dev.greenroom.bench;

import java.time.Duration;

/**
 * How long a run takes to find out.
 *
 * @param rounds how often limit and measurement take turns
 * @param round how long each of them lasts
 * @param sessions how many sessions are opened for a round of submissions; more than it can use up
 * @param bareSessions the same for a round of bare submissions
 * @param warmUp how many submissions come before the first measured one
 * @param answers how many answers' latency is measured
 */
record Effort(int rounds, Duration round, int sessions, int bareSessions, int warmUp, int answers) {

    static final Effort FULL = new Effort(5, Duration.ofSeconds(3), 3_000, 6_000, 20_000, 300);
    static final Effort QUICK = new Effort(3, Duration.ofSeconds(2), 2_000, 4_000, 20_000, 100);
}
