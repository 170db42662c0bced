package dev.greenroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.bench.AnswerTexts.AnswerText;
import dev.greenroom.bench.Candidate.Submission;
import dev.greenroom.localstack.Stack;
import dev.greenroom.worker.encoder.Encoder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long one candidate alone waits for feedback, compared with one encoder pass and two commits. */
final class Latency {

    /** Until then the JIT compiles what a submission runs, also when nothing else was measured before. */
    private static final int WARM_UP = 1_200;

    private final Stack stack;
    private final Database database;
    private final AnswerTexts texts;
    private final Effort effort;

    Latency(Stack stack, Database database, AnswerTexts texts, Effort effort) {
        this.stack = stack;
        this.database = database;
        this.texts = texts;
        this.effort = effort;
    }

    List<Figure> measure(Encoder encoder) throws IOException, SQLException {
        List<Double> limits = new ArrayList<>();
        List<Double> waits = new ArrayList<>();
        database.execute("create table if not exists bench_commit (id serial primary key)");
        try (Candidate candidate = Candidate.connect(stack.apiUrl(), stack.apiKey());
                Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("insert into bench_commit default values")) {
            for (int i = -WARM_UP; i < effort.answers(); i++) {
                AnswerText answer = texts.next();
                double limit = limit(encoder, insert, answer.text());
                double wait = wait(candidate, answer);
                if (i >= 0) {
                    limits.add(limit);
                    waits.add(wait);
                }
            }
        }
        Samples limit = Samples.of(limits);
        Samples wait = Samples.of(waits);
        return List.of(figure(50, wait, limit, new Figure.Goal.AtMost(3)), figure(99, wait, limit, null));
    }

    private static Figure figure(int percent, Samples wait, Samples limit, Figure.@Nullable Goal goal) {
        return new Figure(
                "submit to feedback, idle, p" + percent,
                "ms",
                wait.percentile(percent),
                limit.percentile(percent),
                goal,
                wait.size());
    }

    private static double limit(Encoder encoder, PreparedStatement insert, String text) throws SQLException {
        long begin = System.nanoTime();
        insert.executeUpdate();
        encoder.encode(text);
        insert.executeUpdate();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double wait(Candidate candidate, AnswerText answer) throws IOException {
        Submission submission =
                new Submission(candidate.startSession(answer.topic(), answer.question()), answer.text());
        long begin = System.nanoTime();
        JsonNode feedback = candidate.awaitFeedback(candidate.submit(submission));
        double wait = (System.nanoTime() - begin) / 1e6;
        if (!feedback.get("status").asText().equals("SCORED")) {
            throw new IOException("There is no feedback: " + feedback);
        }
        return wait;
    }
}
