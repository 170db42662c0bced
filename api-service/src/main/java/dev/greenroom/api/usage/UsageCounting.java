package dev.greenroom.api.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what a tenant has used. Sessions and answers are counted where they stand, since a number that each submission
 * added to would be one row for which all submissions of a tenant wait; what was erased is counted by its erasure.
 */
@ApplicationScoped
class UsageCounting {

    private static final String DAYS = """
            select day, sum(sessions) as sessions, sum(answers) as answers, sum(judge_calls) as judge_calls,
                sum(prompt_tokens) as prompt_tokens, sum(completion_tokens) as completion_tokens, sum(cost) as cost
            from (
                select day, erased_sessions as sessions, erased_answers as answers, judge_calls, prompt_tokens,
                    completion_tokens, cost
                from usage_day where tenant_id = :tenant and day between :from and :to
                union all
                select cast(created_at at time zone 'UTC' as date), 1, 0, 0, 0, 0, 0 from session
                where tenant_id = :tenant and created_at >= :begin and created_at < :end
                union all
                select cast(submitted_at at time zone 'UTC' as date), 0, 1, 0, 0, 0, 0 from answer
                where tenant_id = :tenant and submitted_at >= :begin and submitted_at < :end) as used
            group by day order by day""";

    private final Session database;
    private final Clock clock;

    UsageCounting(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The days of the period on which anything was used, oldest first. */
    @Transactional
    List<UsageDay> list(UUID tenant, @Nullable LocalDate from, @Nullable LocalDate to) {
        Period period = Period.of(from, to, clock);
        if (period.isPrehistoric()) {
            return List.of();
        }
        return database.createNativeQuery(DAYS, Tuple.class)
                .addScalar("day", LocalDate.class)
                .addScalar("sessions", Long.class)
                .addScalar("answers", Long.class)
                .addScalar("judge_calls", Long.class)
                .addScalar("prompt_tokens", Long.class)
                .addScalar("completion_tokens", Long.class)
                .addScalar("cost", BigDecimal.class)
                .setParameter("tenant", tenant)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("begin", period.begin())
                .setParameter("end", period.end())
                .getResultStream()
                .map(UsageCounting::day)
                .toList();
    }

    private static UsageDay day(Tuple row) {
        return new UsageDay(
                row.get("day", LocalDate.class),
                row.get("sessions", Long.class),
                row.get("answers", Long.class),
                row.get("judge_calls", Long.class),
                row.get("prompt_tokens", Long.class),
                row.get("completion_tokens", Long.class),
                row.get("cost", BigDecimal.class).stripTrailingZeros());
    }
}
