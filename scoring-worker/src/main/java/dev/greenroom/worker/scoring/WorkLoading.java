package dev.greenroom.worker.scoring;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.interview.TurnKind;
import dev.greenroom.worker.database.IdParameters;
import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.database.Tenants;
import dev.greenroom.worker.database.Transactions;
import dev.greenroom.worker.metrics.ScoringMetrics;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Reads the work on many answers in two statements at most, in a short transaction. */
@Singleton
final class WorkLoading {

    private static final String ANSWERS = """
            select a, t, e.body, s.sandbox from answer a join turn t on t.id = a.turnId join session s on s.id = a.sessionId
            left join evaluation e on e.answerId = a.id
                and e.version = (select max(x.version) from evaluation x where x.answerId = a.id)
            where a.id in :ids""";

    private static final String EARLIER = """
            select t, a.id, a.text, e.body from turn t join answer a on a.turnId = t.id join evaluation e on e.answerId = a.id
            where t.mainTurnId in :ids
                and e.version = (select max(x.version) from evaluation x where x.answerId = a.id)
            order by t.ordinal""";

    private final StatelessSession database;
    private final Tenants tenants;
    private final Transactions transactions;
    private final Insistence insistence;
    private final ScoringMetrics metrics;

    WorkLoading(
            StatelessSession database,
            Tenants tenants,
            Transactions transactions,
            Insistence insistence,
            ScoringMetrics metrics) {
        this.database = database;
        this.tenants = tenants;
        this.transactions = transactions;
        this.insistence = insistence;
        this.metrics = metrics;
    }

    /** Work by answer; answers that were erased meanwhile are left out. Waits for the database while it is away. */
    Map<UUID, Work> load(Collection<UUID> answers) {
        return metrics.reading(() -> insistence.insist(() -> transactions.call(() -> read(answers))));
    }

    private Map<UUID, Work> read(Collection<UUID> answers) {
        tenants.enterThoseOf(answers);
        IdParameters ids = IdParameters.of(answers);
        List<Tuple> rows = ids.bind(database.createQuery(ids.spellOut(ANSWERS), Tuple.class))
                .getResultList();
        Map<UUID, List<Tuple>> threads = loadThreads(rows);
        Map<UUID, Work> work = new HashMap<>();
        rows.forEach(row -> work.put(row.get(0, Answer.class).id(), work(row, threads)));
        return work;
    }

    private Map<UUID, List<Tuple>> loadThreads(List<Tuple> rows) {
        Set<UUID> threads = rows.stream()
                .map(row -> row.get(1, Turn.class))
                .filter(turn -> turn.kind() == TurnKind.FOLLOW_UP)
                .map(Turn::mainTurnId)
                .collect(Collectors.toSet());
        if (threads.isEmpty()) {
            return Map.of();
        }
        IdParameters ids = IdParameters.of(threads);
        return ids.bind(database.createQuery(ids.spellOut(EARLIER), Tuple.class))
                .getResultStream()
                .collect(Collectors.groupingBy(row -> row.get(0, Turn.class).mainTurnId()));
    }

    private static Work work(Tuple row, Map<UUID, List<Tuple>> threads) {
        Turn turn = row.get(1, Turn.class);
        List<Heard> earlier = threads.getOrDefault(turn.mainTurnId(), List.of()).stream()
                .map(WorkLoading::heard)
                .filter(heard -> heard.turn().ordinal() < turn.ordinal())
                .toList();
        @Nullable Evaluation previous = row.get(2, Evaluation.class);
        return new Work(row.get(0, Answer.class), turn, previous, earlier, row.get(3, Boolean.class));
    }

    private static Heard heard(Tuple row) {
        return new Heard(
                row.get(0, Turn.class), row.get(1, UUID.class), row.get(2, String.class), row.get(3, Evaluation.class));
    }
}
