package dev.greenroom.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sessions for the bare submissions: copies of one that the API made, row by row the same. */
final class BareSessions {

    private static final String MARK = "bare-bench";

    private final Database database;

    BareSessions(Database database) {
        this.database = database;
    }

    /** Copies the newest session, which must not be answered yet. */
    List<BareTurn> make(int number) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temp table fresh on commit drop as"
                    + " select uuidv7() as session, uuidv7() as turn from generate_series(1, " + number + ")");
            statement.execute(
                    "create temp table template on commit drop as select id from session where candidate_ref is null"
                            + " and answered_count = 0 order by id desc limit 1");
            copy(
                    connection,
                    "session",
                    "id",
                    "jsonb_build_object('id', f.session, 'current_turn_id', f.turn," + " 'candidate_ref', '" + MARK
                            + "')");
            copy(
                    connection,
                    "turn",
                    "session_id",
                    "jsonb_build_object('id', f.turn, 'session_id', f.session, 'main_turn_id', f.turn)");
            copy(
                    connection,
                    "interview_event",
                    "session_id",
                    "jsonb_build_object('session_id', f.session, 'turn_id', f.turn)");
            List<BareTurn> turns = list(statement);
            connection.commit();
            return turns;
        }
    }

    private static void copy(Connection connection, String table, String key, String changes) throws SQLException {
        String sql = "insert into " + table + " select (jsonb_populate_record(t, " + changes + ")).* from " + table
                + " t, fresh f where t." + key + " = (select id from template)";
        try (PreparedStatement copy = connection.prepareStatement(sql)) {
            copy.executeUpdate();
        }
    }

    private static List<BareTurn> list(Statement statement) throws SQLException {
        List<BareTurn> turns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select session, turn, tenant_id from fresh"
                + " cross join session where session.id = (select id from template)")) {
            while (rows.next()) {
                turns.add(new BareTurn(
                        rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getObject(3, UUID.class)));
            }
        }
        return turns;
    }

    /** Removes them and all that was written to them, so that no worker finds them; leaves the tables swept. */
    void remove() throws SQLException {
        database.execute(
                "delete from outbox using session where candidate_ref = '" + MARK + "' and key = session.id::text",
                "delete from session where candidate_ref = '" + MARK + "'",
                "vacuum (analyze)",
                "checkpoint");
    }

    /** A turn that waits for its answer. */
    record BareTurn(UUID session, UUID turn, UUID tenant) {}
}
