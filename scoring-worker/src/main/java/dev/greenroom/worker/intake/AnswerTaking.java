package dev.greenroom.worker.intake;

import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.lease.Claims;
import dev.greenroom.worker.metrics.ScoringMetrics;
import dev.greenroom.worker.scoring.Scoring;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes claims out of messages and hands them on to scoring. */
@Singleton
final class AnswerTaking {

    private final Claims claims;
    private final Quarantine quarantine;
    private final Scoring scoring;
    private final Insistence insistence;
    private final ScoringMetrics metrics;

    AnswerTaking(Claims claims, Quarantine quarantine, Scoring scoring, Insistence insistence, ScoringMetrics metrics) {
        this.claims = claims;
        this.quarantine = quarantine;
        this.scoring = scoring;
        this.insistence = insistence;
        this.metrics = metrics;
    }

    /**
     * Returns when the batch is in the database's hands, however long the database is away.
     *
     * @param signOfLife called now and then while it is
     * @param whenOneIsDone called once for each claimed answer, when it no longer takes a slot
     * @return how many answers were claimed
     */
    int take(List<ConsumerRecord<String, String>> messages, Runnable signOfLife, Runnable whenOneIsDone) {
        Batch batch = Batch.read(messages);
        metrics.redelivered(Batch.countRedelivered(messages));
        List<Claim> claimed = insistence.insist(
                () -> {
                    quarantine.keep(batch.unreadable());
                    return claims.claim(batch.answers());
                },
                signOfLife);
        scoring.start(claimed, batch.traces(), whenOneIsDone);
        return claimed.size();
    }
}
