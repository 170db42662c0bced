package dev.greenroom.bench;

import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import dev.greenroom.worker.encoder.CommonPart;
import dev.greenroom.worker.encoder.Encoder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks on a stack of their own, on data that go with it. */
@Command(
        name = "bench",
        description = "Measures a running stack; each figure is a ratio to a limit measured in the same run.",
        mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    private static final int NOT_MET = 1;
    private static final double MEBIBYTE = 1024.0 * 1024;

    @Option(names = "--quick", description = "Take less time and accept more noise.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            description = "Which parts to measure: A submissions, B scoring, C latency, D the scorer by itself (all).")
    private Set<What> only = EnumSet.allOf(What.class);

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "${sys:greenroom.root:-.}/benchmarks/target",
            description = "Where bench.json and the stack's log go (${DEFAULT-VALUE}).")
    private Path out = Path.of("benchmarks", "target");

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(out);
        try (PrintStream log = new PrintStream(out.resolve("bench-stack.log").toFile())) {
            measure(log);
        }
        Report report = new Report(figures);
        System.out.print(report.table());
        report.writeJson(out.resolve("bench.json"));
        return report.isMet() ? CommandLine.ExitCode.OK : NOT_MET;
    }

    private void measure(PrintStream log) throws IOException, SQLException, InterruptedException {
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        if (only.contains(What.D)) {
            say("the scorer by itself");
            figures.addAll(new ScorerCost(effort).measure());
        }
        if (only.equals(EnumSet.of(What.D))) {
            return;
        }
        long begin = System.nanoTime();
        // One key plays thousands of callers here; its requests are counted as ever.
        Map<String, String> quotas = Map.of(
                "GREENROOM_LIMIT_WRITES_REQUESTS", "10000000",
                "GREENROOM_LIMIT_READS_REQUESTS", "10000000",
                "GREENROOM_ADMISSION_BACKLOG_FOR_SESSIONS", "10000000",
                "GREENROOM_ADMISSION_BACKLOG_FOR_ANSWERS", "10000000");
        try (Stack stack = Stack.builder().workers(0).apiEnv(quotas).output(log).start()) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            AnswerTexts texts = texts(stack);
            Database database = new Database(stack);
            submissions(new Submissions(stack, database, texts, effort), effort);
            if (only.contains(What.B) || only.contains(What.C)) {
                begin = System.nanoTime();
                Part worker = stack.addWorker();
                seconds += (System.nanoTime() - begin) / 1e9;
                figures.add(
                        new Figure("start on no data until ready", "s", seconds, null, new Figure.Goal.AtMost(30), 1));
                feedback(stack, database, texts, effort);
                figures.add(memory("worker with its encoder, resident", worker, 600));
            }
            figures.add(memory("API, resident", stack.api(), 300));
        }
    }

    private void submissions(Submissions submissions, Effort effort) throws SQLException {
        if (only.contains(What.A)) {
            say("submissions");
            submissions.warmUp();
            figures.add(submissions.measure(16));
            figures.add(submissions.measure(64));
        } else if (only.contains(What.B)) {
            submissions.submit(16, Crowd.UNLIMITED, submissions.startSessions(effort.warmUp()));
        }
    }

    private void feedback(Stack stack, Database database, AnswerTexts texts, Effort effort)
            throws IOException, SQLException, InterruptedException {
        try (Encoder encoder = Encoder.open(CommonPart.NONE)) {
            Scoring scoring = new Scoring(stack, database, texts, effort);
            if (only.contains(What.B)) {
                say("scoring");
                figures.add(scoring.measure(encoder));
            }
            scoring.removeBacklog();
            if (only.contains(What.C)) {
                say("latency");
                figures.addAll(new Latency(stack, database, texts, effort).measure(encoder));
            }
        }
    }

    private static AnswerTexts texts(Stack stack) throws IOException {
        try (Candidate candidate = Candidate.connect(stack.apiUrl(), stack.apiKey())) {
            return new AnswerTexts(candidate.listQuestions(), new Random(42));
        }
    }

    private static Figure memory(String name, Part part, double most) {
        return new Figure(name, "MiB", part.residentBytes() / MEBIBYTE, null, new Figure.Goal.AtMost(most), 1);
    }

    private static void say(String what) {
        System.out.println("Measuring " + what);
    }

    /** What there is to measure. */
    enum What {
        /** Submissions. */
        A,
        /** Scoring. */
        B,
        /** Latency. */
        C,
        /** The scorer by itself. */
        D
    }
}
