package dev.greenroom.api.limit;

import java.time.Duration;

/**
 * How a bucket stands after a request has asked for a token.
 *
 * @param granted whether there was one
 * @param remaining how many more there are now
 * @param waitFor until the next token when there was none, else until the bucket is full again
 */
record Allowance(Quota quota, LimitSettings.Rate rate, boolean granted, long remaining, Duration waitFor) {

    /** An item of {@code RateLimit-Policy}: the quota {@code q} of a window of {@code w} seconds. */
    String policyItem() {
        return "\"%s\";q=%d;w=%d"
                .formatted(quota.policy(), rate.requests(), rate.per().toSeconds());
    }

    /** An item of {@code RateLimit}: what remains, {@code r}, and the seconds {@code t} until there is more. */
    String stateItem() {
        return "\"%s\";r=%d;t=%d".formatted(quota.policy(), Math.max(0, remaining), waitSeconds());
    }

    /** Rounded up, so that who waits as long is let in. */
    long waitSeconds() {
        return Math.ceilDiv(waitFor.toMillis(), 1_000L);
    }
}
