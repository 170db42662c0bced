package dev.greenroom.worker.opinion;

import static org.awaitility.Awaitility.await;

import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.publishing.Publishing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Measures how soon an interview goes on, one answer after the other. */
final class Pace {

    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int WARM_UP = 20;

    private static final String TO_NEXT_TURN = """
            select percentile_disc(array[0.5, 0.95]) within group (order by
                extract(epoch from asked.created_at - a.submitted_at) * 1000)
            from answer a join interview_event asked on asked.session_id = a.session_id and asked.type = 'TURN_ASKED'""";

    private static final String TO_FEEDBACK = """
            select percentile_disc(array[0.5, 0.95]) within group (order by
                extract(epoch from e.created_at - a.submitted_at) * 1000)
            from answer a join evaluation e on e.answer_id = a.id and e.version = 1""";

    private final Interviews interviews;
    private final Publishing publishing;

    Pace(DataSource dataSource, Publishing publishing) {
        this.interviews = new Interviews(dataSource);
        this.publishing = publishing;
        forget();
    }

    /** In milliseconds. */
    record Percentiles(double p50, double p95) {}

    /** Forgets all interviews. */
    void forget() {
        interviews.tables().update("delete from session");
    }

    Interviews interviews() {
        return interviews;
    }

    /** Answers, after some for warming up, each once the one before has been followed by its next turn. */
    List<StoredAnswer> answerOneByOne(int number) {
        IntStream.range(0, WARM_UP).forEach(_ -> answerOne());
        forget();
        return IntStream.range(0, number).mapToObj(_ -> answerOne()).toList();
    }

    private StoredAnswer answerOne() {
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();
        publishing.wake();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> !interviews.askedTurns(answer).isEmpty());
        return answer;
    }

    /** From submissions to next turns. */
    Percentiles toNextTurn() {
        return percentiles(TO_NEXT_TURN);
    }

    /** From submissions to first evaluations. */
    Percentiles toFeedback() {
        return percentiles(TO_FEEDBACK);
    }

    private Percentiles percentiles(String sql) {
        return interviews
                .tables()
                .list(sql, row -> {
                    double[] values = Arrays.stream((Object[]) row.getArray(1).getArray())
                            .mapToDouble(value -> ((Number) value).doubleValue())
                            .toArray();
                    return new Percentiles(values[0], values[1]);
                })
                .getFirst();
    }

    long number(String sql) {
        return interviews.tables().list(sql, row -> row.getLong(1)).getFirst();
    }
}
