package dev.greenroom.bench.judging;

import dev.greenroom.worker.judge.budget.Ledger;
import dev.greenroom.worker.judge.budget.Usage;
import java.time.LocalDate;
import java.util.UUID;

/** Books nothing: who measures pays for it knowingly. */
final class NoLedger implements Ledger {

    @Override
    public long tokens(UUID tenant, LocalDate day) {
        return 0;
    }

    @Override
    public void add(UUID tenant, LocalDate day, Usage usage) {
        // Nobody asks for it.
    }
}
