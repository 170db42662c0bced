package dev.greenroom.worker.judge.budget;

import dev.greenroom.worker.database.Database;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** The ledger in PostgreSQL. */
public final class StoredLedger implements Ledger {

    private static final String TOKENS =
            "select prompt_tokens + completion_tokens from usage_day where tenant_id = ? and day = ?";

    private static final String ADD = """
        insert into usage_day as u (tenant_id, day, judge_calls, prompt_tokens, completion_tokens, cost)
        values (?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, day) do update set
            judge_calls = u.judge_calls + excluded.judge_calls,
            prompt_tokens = u.prompt_tokens + excluded.prompt_tokens,
            completion_tokens = u.completion_tokens + excluded.completion_tokens,
            cost = u.cost + excluded.cost\
        """;

    private final Database database;

    public StoredLedger(Database database) {
        this.database = database;
    }

    @Override
    public long tokens(UUID tenant, LocalDate day) {
        return database.directly(connection -> {
            try (PreparedStatement query = connection.prepareStatement(TOKENS)) {
                query.setObject(1, tenant);
                query.setObject(2, day);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public void add(UUID tenant, LocalDate day, Usage usage) {
        database.directly(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setObject(1, tenant);
                insert.setObject(2, day);
                insert.setLong(3, usage.calls());
                insert.setLong(4, usage.promptTokens());
                insert.setLong(5, usage.completionTokens());
                insert.setBigDecimal(6, Objects.requireNonNullElse(usage.cost(), BigDecimal.ZERO));
                return insert.executeUpdate();
            }
        });
    }
}
