package dev.greenroom.bench;

import dev.greenroom.bench.AnswerTexts.AnswerText;
import dev.greenroom.bench.BareSessions.BareTurn;
import dev.greenroom.bench.Candidate.OpenTurn;
import dev.greenroom.bench.Candidate.Submission;
import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** How many answers a second the API takes in durably, compared with the bare database. */
final class Submissions {

    private static final int SESSION_MAKERS = 16;

    /** The driver prepares a statement on the server the fifth time, which plans it for good five times after that. */
    private static final int FIRST_ON_A_CONNECTION = 12;

    private final Stack stack;
    private final AnswerTexts texts;
    private final Effort effort;
    private final BareSessions bareSessions;
    private final Database database;

    Submissions(Stack stack, Database database, AnswerTexts texts, Effort effort) {
        this.stack = stack;
        this.texts = texts;
        this.effort = effort;
        this.database = database;
        this.bareSessions = new BareSessions(database);
    }

    /** Until the JIT has compiled what submissions need, their cost falls: by half from the 3,000th to the 12,000th. */
    void warmUp() throws SQLException {
        bareRate(SESSION_MAKERS);
        submit(SESSION_MAKERS, Crowd.UNLIMITED, startSessions(effort.warmUp()));
    }

    /** Leaves what it submitted unscored. */
    Figure measure(int clients) throws SQLException {
        List<Double> limits = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            limits.add(bareRate(clients));
            rates.add(rate(clients));
        }
        return new Figure(
                "durable submissions, %d clients".formatted(clients),
                "answers/s",
                Samples.of(rates).median(),
                Samples.of(limits).median(),
                new Figure.Goal.AtLeast(0.35),
                effort.rounds());
    }

    /** The API stands still meanwhile, so that its relay takes nothing from the limit. */
    double bareRate(int clients) throws SQLException {
        startSessions(1); // to be copied
        // The texts are made beforehand, as those of the API's round are.
        Queue<BareAnswer> answers = bareAnswers(effort.bareSessions());
        Queue<BareAnswer> first = bareAnswers(clients * FIRST_ON_A_CONNECTION);
        database.execute("checkpoint"); // else its full-page writes would fall into one round or the other
        stack.api().freeze();
        try {
            Crowd.Rate rate = new Crowd(clients)
                    .work(
                            answers,
                            effort.round(),
                            () -> connectBare(first),
                            (connection, answer) -> connection.submit(answer.turn(), answer.text()));
            bareSessions.remove();
            return rate.perSecond();
        } finally {
            stack.api().thaw();
        }
    }

    private Queue<BareAnswer> bareAnswers(int number) throws SQLException {
        return new ConcurrentLinkedQueue<>(bareSessions.make(number).stream()
                .map(turn -> new BareAnswer(turn, texts.next().text()))
                .toList());
    }

    /** A connection that has learned its statements, as those in the API's pool have. */
    private BareSubmission connectBare(Queue<BareAnswer> first) throws SQLException {
        BareSubmission connection = BareSubmission.on(database);
        for (int i = 0; i < FIRST_ON_A_CONNECTION; i++) {
            BareAnswer answer = first.remove();
            connection.submit(answer.turn(), answer.text());
        }
        return connection;
    }

    double rate(int clients) throws SQLException {
        Queue<Submission> ready = startSessions(effort.sessions());
        database.execute("checkpoint");
        return submit(clients, effort.round(), ready).perSecond();
    }

    private record BareAnswer(BareTurn turn, String text) {}

    /** Submits answers by some clients until the time is over or there are no more. */
    Crowd.Rate submit(int clients, Duration atMost, Queue<Submission> submissions) {
        return new Crowd(clients).work(submissions, atMost, this::connect, Candidate::submit);
    }

    Queue<Submission> startSessions(int number) {
        Queue<Submission> ready = new ConcurrentLinkedQueue<>();
        Queue<AnswerText> wanted = new ConcurrentLinkedQueue<>(
                Stream.generate(texts::next).limit(number).toList());
        new Crowd(SESSION_MAKERS).work(wanted, Crowd.UNLIMITED, this::connect, (candidate, answer) -> {
            OpenTurn turn = candidate.startSession(answer.topic(), answer.question());
            ready.add(new Submission(turn, answer.text()));
        });
        return ready;
    }

    private Candidate connect() throws IOException {
        return Candidate.connect(stack.apiUrl(), stack.apiKey());
    }
}
