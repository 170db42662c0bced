package dev.greenroom.worker.judge.budget;

import java.time.LocalDate;
import java.util.UUID;

/** What each tenant used on each day (UTC), over all workers. */
public interface Ledger {

    /** Prompt and completion tokens of the day so far. */
    long tokens(UUID tenant, LocalDate day);

    void add(UUID tenant, LocalDate day, Usage usage);
}
