package dev.greenroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.bench.Candidate.OpenTurn;
import dev.greenroom.bench.Candidate.Submission;
import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit by which the API is measured has to be the same work. */
class BareSubmissionIT {

    private static final Pattern STATEMENT = Pattern.compile("(\\d+) LOG: {2}(?:statement|execute [^:]+): (.*)");

    /** The driver asks once a connection what columns a result has. */
    private static final String CATALOGUE = "pg_catalog.";

    @TempDir
    private Path data;

    @Test
    void sendsTheStatementsOfTheApi() throws IOException, SQLException {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                Stack stack =
                        Stack.builder().workers(0).data(data).output(nowhere).start();
                Candidate candidate = Candidate.connect(stack.apiUrl(), stack.apiKey())) {
            Database database = new Database(stack);
            database.execute(
                    "alter system set log_statement = 'all'",
                    "alter system set log_line_prefix = '%p '",
                    "select pg_reload_conf()");

            // Connections notice the new settings one after the other.
            while (submissions().isEmpty()) {
                submit(candidate);
            }
            List<String> sentByTheApi = submissions().getLast();
            candidate.startSession("django", "django-csrf-protection");
            BareSubmission bare = BareSubmission.on(database);
            bare.submit(new BareSessions(database).make(1).getFirst(), "A token.");
            bare.close();

            assertThat(sentByTheApi).hasSizeGreaterThan(10);
            assertThat(submissions().getLast()).isEqualTo(sentByTheApi);
        }
    }

    private static void submit(Candidate candidate) throws IOException {
        OpenTurn turn = candidate.startSession("django", "django-csrf-protection");
        candidate.submit(new Submission(turn, "A token."));
    }

    /** The transactions so far that took an answer in, as PostgreSQL saw them. */
    private List<List<String>> submissions() throws IOException {
        List<List<String>> done = new ArrayList<>();
        Map<String, List<String>> open = new LinkedHashMap<>();
        for (String line : Files.readAllLines(data.resolve("postgres/postgres.log"))) {
            Matcher statement = STATEMENT.matcher(line);
            if (!statement.matches() || line.contains(CATALOGUE)) {
                continue;
            }
            String backend = statement.group(1);
            String sql = statement.group(2);
            if (sql.equals("BEGIN")) {
                open.put(backend, new ArrayList<>());
            } else if (open.containsKey(backend)) {
                open.get(backend).add(sql);
                if (sql.equals("COMMIT")) {
                    done.add(open.remove(backend));
                }
            }
        }
        return done.stream()
                .filter(sent -> sent.stream().anyMatch(sql -> sql.startsWith("insert into answer ")))
                .toList();
    }
}
