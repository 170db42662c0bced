package dev.greenroom.worker.judge.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.fixtures.Postgres;
import dev.greenroom.worker.fixtures.Tables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class StoredLedgerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    private final UUID tenant = UUID.randomUUID();
    private final Tables tables = new Tables(Postgres.dataSource());
    private final StoredLedger ledger = new StoredLedger(new Database(Postgres.dataSource()));

    @BeforeEach
    void storeTenant() {
        tables.update("insert into tenant (id, name, created_at) values (?, 'spender', now())", tenant);
    }

    @Test
    void addsUpWhatIsUsedOnADay() {
        // given
        ledger.add(tenant, DAY, new Usage(2, 1_000, 200, new BigDecimal("0.0021")));

        // when
        ledger.add(tenant, DAY, new Usage(1, 500, 70, null));

        // then
        assertThat(ledger.tokens(tenant, DAY)).isEqualTo(1_770);
        assertThat(tables.list(
                        "select judge_calls, cost from usage_day where tenant_id = ?",
                        row -> row.getLong(1) + " "
                                + row.getBigDecimal(2).stripTrailingZeros().toPlainString(),
                        tenant))
                .containsExactly("3 0.0021");
    }

    @Test
    void beginsEachDayAnew() {
        // given
        ledger.add(tenant, DAY, new Usage(2, 1_000, 200, null));

        // when
        long tokens = ledger.tokens(tenant, DAY.plusDays(1));

        // then
        assertThat(tokens).isZero();
    }
}
