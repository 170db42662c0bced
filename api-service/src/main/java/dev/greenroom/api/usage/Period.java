package dev.greenroom.api.usage;

import dev.greenroom.api.problem.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Some days, in UTC.
 *
 * @param to the last one, included
 */
record Period(LocalDate from, LocalDate to) {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    Period {
        if (to.isBefore(from)) {
            throw Fault.Unacceptable.at("#to", "period_ends_before_it_begins", "The last day is before the first.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Fault.Unacceptable.at("#from", "period_too_long", "Ask for 366 days at most.");
        }
    }

    /** Whether it was over before there was anything to count; the database driver has days of its own before 1582. */
    boolean isPrehistoric() {
        return to.isBefore(FIRST);
    }

    Instant begin() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Up to today, and thirty days, where nothing else is said. */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, Clock clock) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        return new Period(from == null ? last.minusDays(USUAL_DAYS - 1L) : from, last);
    }
}
