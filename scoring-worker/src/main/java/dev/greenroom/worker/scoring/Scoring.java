package dev.greenroom.worker.scoring;

import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.lease.InFlight;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sees claimed answers through, each on a virtual thread of its own. */
@Singleton
public final class Scoring {

    private final AnswerScoring answers;
    private final InFlight inFlight;

    Scoring(AnswerScoring answers, InFlight inFlight) {
        this.answers = answers;
        this.inFlight = inFlight;
    }

    /** Returns at once; {@code whenOneIsDone} is called once for each claim, whatever became of it. */
    public void start(List<Claim> claims, Runnable whenOneIsDone) {
        if (!claims.isEmpty()) {
            inFlight.add(claims);
            Thread.startVirtualThread(() -> scoreAll(claims, whenOneIsDone));
        }
    }

    private void scoreAll(List<Claim> claims, Runnable whenOneIsDone) {
        Map<UUID, Work> read = answers.read(claims);
        for (Claim claim : claims) {
            Thread.startVirtualThread(() -> {
                try {
                    answers.score(claim, read.get(claim.answerId()));
                } finally {
                    inFlight.remove(claim);
                    whenOneIsDone.run();
                }
            });
        }
    }
}
