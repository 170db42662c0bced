package dev.greenroom.api.session;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.interview.StoredEvaluation;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.mastery.MasteryNote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;

/** Gives interviews to candidates who were nobody when they began, with what they have shown since. */
@ApplicationScoped
class Claiming {

    private static final String SHOWN = """
            select t, e from answer a join turn t on t.id = a.turnId join evaluation e on e.answerId = a.id
            where a.sessionId = :session and e.score is not null
                and e.version = (select max(x.version) from evaluation x where x.answerId = a.id)
            order by a.submittedAt, a.id""";

    private final Sessions sessions;
    private final Session database;

    Claiming(Sessions sessions, Session database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** Once: claiming a session for the candidate who has it changes nothing. */
    @Transactional
    void claim(UUID tenant, String sessionId, String candidate) {
        var session = sessions.requireLocked(tenant, sessionId);
        if (session.candidateRef().isEmpty()) {
            session.claimFor(candidate);
            noteWhatWasShown(session);
        } else if (!session.candidateRef().get().equals(candidate)) {
            throw new Fault.Conflict("session_has_candidate", "The session belongs to another candidate already.");
        }
    }

    private void noteWhatWasShown(dev.greenroom.model.interview.Session session) {
        database.createQuery(SHOWN, Object[].class)
                .setParameter("session", session.id())
                .getResultList()
                .forEach(row -> note(session, (Turn) row[0], (StoredEvaluation) row[1]));
    }

    private void note(dev.greenroom.model.interview.Session session, Turn turn, StoredEvaluation evaluation) {
        if (evaluation.body().concepts().isEmpty()) {
            return;
        }
        database.createNativeMutationQuery(MasteryNote.SQL)
                .setParameter("tenant", session.tenantId())
                .setParameter("candidate", session.candidateRef().orElseThrow())
                .setParameter("question", turn.question().id())
                .setParameter("answer", evaluation.answerId())
                .setParameter("now", evaluation.body().createdAt())
                .setParameter("findings", MasteryNote.findings(evaluation.body().concepts()))
                .setParameter("again", false)
                .executeUpdate();
    }
}
