package dev.greenroom.api.report;

import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.session.Sessions;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads interviews for their reports. Whatever belongs to another tenant does not exist. */
@ApplicationScoped
class Reports {

    private static final String TURNS = """
            select t, a, e.body from turn t left join answer a on a.turnId = t.id
            left join evaluation e on e.answerId = a.id
                and e.version = (select max(x.version) from evaluation x where x.answerId = a.id)
            where t.sessionId = :session order by t.ordinal""";

    private final Sessions sessions;
    private final Questions bank;
    private final EntityManager database;

    Reports(Sessions sessions, Questions bank, EntityManager database) {
        this.sessions = sessions;
        this.bank = bank;
        this.database = database;
    }

    /** The report of a session as it stands. */
    @Transactional
    ReportView require(UUID tenant, String sessionId) {
        Session session = sessions.require(tenant, sessionId);
        if (session.withholdsFeedback()) {
            throw new Fault.Conflict("feedback_withheld", "The report is kept back until the session is over.");
        }
        return new Composition(session, listThreads(session), new Library(bank, tenant)).view();
    }

    private List<QuestionThread> listThreads(Session session) {
        Map<UUID, List<AnsweredTurn>> threads = new LinkedHashMap<>();
        database.createQuery(TURNS, Tuple.class)
                .setParameter("session", session.id())
                .getResultStream()
                .map(row -> new AnsweredTurn(
                        row.get(0, Turn.class), row.get(1, Answer.class), row.get(2, Evaluation.class)))
                .forEach(turn -> threads.computeIfAbsent(turn.turn().mainTurnId(), _ -> new ArrayList<>())
                        .add(turn));
        return threads.values().stream().map(this::thread).toList();
    }

    private QuestionThread thread(List<AnsweredTurn> turns) {
        return new QuestionThread(bank.require(turns.getFirst().turn().question()), turns);
    }
}
