package dev.greenroom.worker.judge;

import dev.greenroom.worker.judge.budget.Ledger;
import dev.greenroom.worker.judge.budget.Usage;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger in memory. */
final class TestLedger implements Ledger {

    final Map<UUID, Usage> used = new ConcurrentHashMap<>();
    boolean away;

    @Override
    public long tokens(UUID tenant, LocalDate day) {
        requirePresence();
        Usage usage = used.getOrDefault(tenant, Usage.NONE);
        return (long) usage.promptTokens() + usage.completionTokens();
    }

    @Override
    public void add(UUID tenant, LocalDate day, Usage usage) {
        requirePresence();
        used.merge(tenant, usage, Usage::plus);
    }

    private void requirePresence() {
        if (away) {
            throw new IllegalStateException("The database is away");
        }
    }
}
