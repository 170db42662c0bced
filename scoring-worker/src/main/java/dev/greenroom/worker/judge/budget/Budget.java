package dev.greenroom.worker.judge.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tenant's tokens for a day. Looked at before each answer and counted after it, so answers in flight together may
 * overdraw it by what they use.
 */
public final class Budget {

    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

    private final Ledger ledger;
    private final OptionalLong dailyTokens;
    private final Clock clock;

    public Budget(Ledger ledger, OptionalLong dailyTokens, Clock clock) {
        this.ledger = ledger;
        this.dailyTokens = dailyTokens;
        this.clock = clock;
    }

    /** Whether something is left of a day's tokens. */
    public enum State {
        LEFT,
        SPENT,
        UNKNOWN
    }

    /** Never throws: what can't be looked up is not spent. */
    public State state(UUID tenant) {
        if (dailyTokens.isEmpty()) {
            return State.LEFT;
        }
        try {
            return ledger.tokens(tenant, today()) < dailyTokens.getAsLong() ? State.LEFT : State.SPENT;
        } catch (RuntimeException e) {
            LOG.warn("The judge's budget can't be looked up: {}", e.toString());
            return State.UNKNOWN;
        }
    }

    /** Never throws: the verdict is paid for and must not be lost because it can't be booked. */
    public void book(UUID tenant, Usage usage) {
        if (usage.calls() == 0) {
            return;
        }
        try {
            ledger.add(tenant, today(), usage);
        } catch (RuntimeException e) {
            LOG.warn("{} tokens can't be booked: {}", usage.promptTokens() + usage.completionTokens(), e.toString());
        }
    }

    /** Until the next day's tokens. */
    public Duration untilTomorrow() {
        return Duration.between(
                clock.instant(),
                today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
