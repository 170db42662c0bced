package dev.greenroom.worker.writing;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.mastery.MasteryNote;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;

/**
 * Keeps up how well candidates master concepts, in one statement for each answer and in its transaction; in none where
 * the candidate has no name.
 */
@Singleton
final class Mastery {

    private final StatelessSession database;

    Mastery(StatelessSession database) {
        this.database = database;
    }

    void note(Session session, ScoredAnswer scored, Instant now) {
        List<ConceptFinding> findings = scored.assessment().concepts();
        if (session.candidateRef().isEmpty() || findings.isEmpty() || !scored.hasScore()) {
            return;
        }
        database.createNativeMutationQuery(MasteryNote.SQL)
                .setParameter("tenant", session.tenantId())
                .setParameter("candidate", session.candidateRef().get())
                .setParameter("question", scored.turn().question().id())
                .setParameter("answer", scored.answer().id())
                .setParameter("now", now)
                .setParameter("findings", MasteryNote.findings(findings))
                .setParameter("again", scored.previous() != null)
                .executeUpdate();
    }
}
