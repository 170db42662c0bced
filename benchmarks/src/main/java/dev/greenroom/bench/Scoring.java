package dev.greenroom.bench;

import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import dev.greenroom.worker.encoder.Encoder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** How many answers a second a worker scores, topic to commit, compared with the bare encoder on as many cores. */
final class Scoring {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int MOST_TEXTS = 20_000;
    /** Until then the worker encodes its questions in the background, and the JIT compiles what it runs most. */
    private static final int WARM_UP_ANSWERS = 12_000;

    private static final String REMAINING = "select count(*) from answer where status in ('QUEUED', 'SCORING')";

    /** What the worker is writing to just now is left for the next time: two that wait for each other end both. */
    private static final String REMOVE = """
            delete from session where id = any (array(
                select s.id from session s
                where exists (select 1 from answer a where a.session_id = s.id and a.status in ('QUEUED', 'SCORING'))
                for update skip locked))""";

    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final Stack stack;
    private final Database database;
    private final AnswerTexts texts;
    private final Effort effort;

    Scoring(Stack stack, Database database, AnswerTexts texts, Effort effort) {
        this.stack = stack;
        this.database = database;
        this.texts = texts;
        this.effort = effort;
    }

    /** Needs a backlog of submitted answers that outlasts the measurement. */
    Figure measure(Encoder encoder) throws SQLException, InterruptedException {
        Part worker = stack.workers().getLast();
        List<Double> limits = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        warmUp(encoder, worker);
        for (int round = 0; round < effort.rounds(); round++) {
            limits.add(bareRate(encoder, worker));
            rates.add(rate());
        }
        return new Figure(
                "scored answers, topic to commit",
                "answers/s",
                Samples.of(rates).median(),
                Samples.of(limits).median(),
                new Figure.Goal.AtLeast(0.7),
                effort.rounds());
    }

    private void warmUp(Encoder encoder, Part worker) throws SQLException, InterruptedException {
        bareRate(encoder, worker);
        long target = scored() + WARM_UP_ANSWERS;
        while (scored() < target) {
            Thread.sleep(SETTLING);
        }
    }

    /** The worker stands still meanwhile, for less time than its leases last. */
    private double bareRate(Encoder encoder, Part worker) {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(
                Stream.generate(() -> texts.next().text()).limit(MOST_TEXTS).toList());
        worker.freeze();
        try {
            return new Crowd(CORES)
                    .work(waiting, effort.round(), () -> () -> {}, (_, text) -> encoder.encode(text))
                    .perSecond();
        } finally {
            worker.thaw();
        }
    }

    private double rate() throws SQLException, InterruptedException {
        Thread.sleep(SETTLING);
        long before = scored();
        long begin = System.nanoTime();
        Thread.sleep(effort.round().multipliedBy(2));
        long done = scored() - before;
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (database.number("select count(*) from answer where status = 'QUEUED'") == 0) {
            throw new IllegalStateException("The backlog was too small to measure with");
        }
        return done / seconds;
    }

    private long scored() throws SQLException {
        return database.number("select count(*) from evaluation");
    }

    /** Removes the answers that wait, so that no worker has anything to do. */
    void removeBacklog() throws SQLException {
        while (database.number(REMAINING) > 0) {
            database.execute(REMOVE);
        }
        database.execute("vacuum (analyze)");
    }
}
