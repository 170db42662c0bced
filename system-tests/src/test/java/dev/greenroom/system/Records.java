package dev.greenroom.system;

import dev.greenroom.localstack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the database says in the end, beside what the API says, of all that came after these records were opened. */
final class Records {

    private final String url;
    private final Instant opened = Instant.now();

    Records(Stack stack) {
        this.url = stack.jdbcUrl();
    }

    /** How many answers there are in each status. */
    Map<String, Long> answersByStatus() throws SQLException {
        return count("select status, count(*) from answer where " + since("submitted_at") + " group by status");
    }

    /** How many answers have how many evaluations. */
    Map<String, Long> answersByNumberOfEvaluations() throws SQLException {
        return count("""
                select evaluations, count(*) from (
                  select a.id, count(e.id) as evaluations from answer a left join evaluation e on e.answer_id = a.id
                  where %s group by a.id) as counted group by evaluations""".formatted(since("a.submitted_at")));
    }

    /** How many answers had to be claimed more than once. */
    long claimedAgain() throws SQLException {
        return count("select 'n', count(*) from answer where attempt > 1 and " + since("submitted_at"))
                .getOrDefault("n", 0L);
    }

    /** How many events the histories of all sessions have. */
    long events() throws SQLException {
        return count("select 'n', count(*) from interview_event where " + since("created_at"))
                .getOrDefault("n", 0L);
    }

    /** How many keys have had how many effects, if each request names its key as the candidate. */
    Map<String, Long> keysByNumberOfSessions() throws SQLException {
        return count("select sessions, count(*) from"
                + " (select candidate_ref, count(*) as sessions from session where " + since("created_at")
                + " group by candidate_ref) as counted"
                + " group by sessions");
    }

    boolean hasUsed(String idempotencyKey) throws SQLException {
        return count("select key, 1 from idempotency_record").containsKey(idempotencyKey);
    }

    /** Lets all open turns ask a question that no worker can read, as a faulty release might store it. */
    void breakTheQuestionsThatAreAsked() throws SQLException {
        execute("insert into question_version (question_id, version, content_hash, body, created_at)"
                + " select id, 999, '', '{}', now() from question on conflict do nothing");
        execute("update turn set question_version = 999 where status = 'ASKED'");
    }

    void mendTheQuestions() throws SQLException {
        execute("update question_version broken set body = whole.body from question_version whole"
                + " join question on question.id = whole.question_id and question.current_version = whole.version"
                + " where broken.version = 999 and broken.question_id = whole.question_id");
    }

    /** Does what a migration may do, and notes it as Flyway does. */
    void migrateToTheNextRelease() throws SQLException {
        for (String table :
                List.of("session", "turn", "answer", "evaluation", "outbox", "interview_event", "question")) {
            execute("alter table " + table + " add column of_the_next_release text not null default 'new'");
        }
        execute("create table of_the_next_release (id uuid primary key)");
        execute("create index ix_of_the_next_release on answer (of_the_next_release)");
        execute("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success)"
                + " values (999, '999', 'the next release', 'SQL', 'V999__the_next_release.sql', 7, 'owner', 1, true)");
    }

    /** The tables in which a row holds the word. */
    Set<String> tablesHolding(String word) throws SQLException {
        Set<String> holding = new TreeSet<>();
        for (String table : count("select table_name, 1 from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .keySet()) {
            if (count("select 'n', count(*) from \"" + table + "\" as r where strpos(r::text, '" + word + "') > 0")
                            .getOrDefault("n", 0L)
                    > 0) {
                holding.add(table);
            }
        }
        return holding;
    }

    private String since(String column) {
        return column + " >= '" + opened + "'";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Map<String, Long> count(String sql) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }
}
