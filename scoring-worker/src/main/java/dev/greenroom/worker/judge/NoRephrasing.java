package dev.greenroom.worker.judge;

import dev.greenroom.worker.followup.Probing;
import dev.greenroom.worker.followup.Rephrasing;
import java.util.Optional;

/** Where no model phrases follow-ups: all are asked as they are curated. */
final class NoRephrasing implements Rephrasing {

    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public Optional<String> rephrase(Probing probing) {
        return Optional.empty();
    }
}
