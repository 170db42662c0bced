package dev.greenroom.system;

import dev.greenroom.localstack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What the database says in the end, beside what the API says. */
final class Records {

    private final String url;

    Records(Stack stack) {
        this.url = stack.jdbcUrl();
    }

    /** How many answers there are in each status. */
    Map<String, Long> answersByStatus() throws SQLException {
        return count("select status, count(*) from answer group by status");
    }

    /** How many answers have how many evaluations. */
    Map<String, Long> answersByNumberOfEvaluations() throws SQLException {
        return count("""
                select evaluations, count(*) from (
                  select a.id, count(e.id) as evaluations from answer a left join evaluation e on e.answer_id = a.id
                  group by a.id) as counted group by evaluations""");
    }

    /** How many answers had to be claimed more than once. */
    long claimedAgain() throws SQLException {
        return count("select 'n', count(*) from answer where attempt > 1").getOrDefault("n", 0L);
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
