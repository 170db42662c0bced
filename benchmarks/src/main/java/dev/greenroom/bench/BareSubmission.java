package dev.greenroom.bench;

import dev.greenroom.bench.BareSessions.BareTurn;
import dev.greenroom.model.id.TimeOrderedIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements that the API sends for one answer with an idempotency key, to the letter and in the same transaction and
 * order, on a bare connection: what the database would do if nothing stood before it.
 */
final class BareSubmission implements Crowd.Tool {

    private static final List<String> SESSION_COLUMNS = List.of(
            "adaptation",
            "answered_count",
            "asked",
            "candidate_ref",
            "completed_at",
            "created_at",
            "current_turn_id",
            "event_cursor",
            "guest",
            "level",
            "locale",
            "max_follow_ups",
            "metadata",
            "mode",
            "plan",
            "retention_days",
            "row_version",
            "sandbox",
            "sections",
            "seed",
            "status",
            "tenant_id",
            "topic_id",
            "turn_count");
    private static final Set<String> SESSION_CONSTANTS = Set.of("metadata", "plan", "sections");
    private static final List<String> TURN_COLUMNS = List.of(
            "asked_at",
            "depth",
            "follow_up_id",
            "kind",
            "main_turn_id",
            "ordinal",
            "parent_turn_id",
            "phrasing",
            "prompt",
            "question_id",
            "question_version",
            "row_version",
            "session_id",
            "status",
            "target_concepts",
            "tenant_id",
            "trigger");
    private static final Set<String> TURN_CONSTANTS = Set.of("target_concepts");

    private final Connection connection;
    private final PreparedStatement enter;
    private final PreparedStatement reserve;
    private final PreparedStatement findOpenTurn;
    private final PreparedStatement discardDraft;
    private final PreparedStatement insertAnswer;
    private final PreparedStatement insertEvent;
    private final PreparedStatement insertMessage;
    private final PreparedStatement updateSession;
    private final PreparedStatement updateTurn;
    private final PreparedStatement keep;

    private BareSubmission(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role greenroom_api"); // so that row-level security counts
        }
        connection.setAutoCommit(false);
        this.enter = connection.prepareStatement("select set_config('greenroom.tenant', ?, true)");
        this.reserve = connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtextextended(?, cast(? as bigint))), r.request_hash, r.status,"
                        + " r.location, r.body from (select 1) as one left join idempotency_record r"
                        + " on r.tenant_id = ? and r.key = ? and r.created_at > ?");
        this.findOpenTurn = connection.prepareStatement("select " + columns("s1_0", SESSION_COLUMNS) + ","
                + columns("t1_0", TURN_COLUMNS) + " from session s1_0 join turn t1_0 on t1_0.session_id=s1_0.id"
                + " where s1_0.id=? and s1_0.tenant_id=? and t1_0.id=? for no key update of s1_0,t1_0");
        this.discardDraft = connection.prepareStatement("delete from draft where turn_id = ?");
        this.insertAnswer = connection.prepareStatement(insert(
                "answer",
                "announced_at,announcements,attempt,duration_ms,failures,input_mode,lease_expires_at,lease_owner,"
                        + "next_attempt_at,reason,row_version,session_id,skipped,speech,status,submitted_at,tenant_id,"
                        + "text,turn_id,id"));
        this.insertEvent = connection.prepareStatement(
                insert("interview_event", "answer_id,created_at,tenant_id,traceparent,turn_id,type,session_id,cursor"));
        this.insertMessage = connection.prepareStatement(insert("outbox", "answer_id,created_at,key,payload,topic,id"));
        this.updateSession = connection.prepareStatement(update("session", SESSION_COLUMNS, SESSION_CONSTANTS));
        this.updateTurn = connection.prepareStatement(update("turn", TURN_COLUMNS, TURN_CONSTANTS));
        this.keep = connection.prepareStatement(
                "insert into idempotency_record as r (tenant_id, key, request_hash, status, location, body, session_id,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, key) do update set"
                        + " request_hash = excluded.request_hash, status = excluded.status,"
                        + " location = excluded.location, body = excluded.body, session_id = excluded.session_id,"
                        + " created_at = excluded.created_at where r.created_at <= ?");
    }

    static BareSubmission on(Database database) throws SQLException {
        return new BareSubmission(database.connect());
    }

    private static String columns(String alias, List<String> columns) {
        return Stream.concat(Stream.of("id"), columns.stream())
                .map(column -> alias + "." + column)
                .collect(Collectors.joining(","));
    }

    private static String insert(String table, String columns) {
        return "insert into %s (%s) values (%s)".formatted(table, columns, columns.replaceAll("\\w+", "?"));
    }

    private static String update(String table, List<String> columns, Set<String> constants) {
        return columns.stream()
                .filter(column -> !constants.contains(column))
                .map(column -> column + "=?")
                .collect(Collectors.joining(",", "update " + table + " set ", " where id=? and row_version=?"));
    }

    void submit(BareTurn turn, String text) throws SQLException {
        UUID answer = TimeOrderedIds.next();
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        String key = UUID.randomUUID().toString();
        set(enter, turn.tenant().toString());
        enter.execute();
        reserve(turn.tenant(), key, now);
        OpenRows open = find(turn);
        set(discardDraft, turn.turn());
        discardDraft.executeUpdate();
        insertAnswer(turn, answer, text, now);
        insertEvent(turn, answer, now);
        insertMessages(turn, answer, now);
        open.session().keySet().removeAll(SESSION_CONSTANTS);
        writeBack(updateSession, turn.session(), open.session());
        open.turn().keySet().removeAll(TURN_CONSTANTS);
        writeBack(updateTurn, turn.turn(), open.turn());
        keep(turn, key, answer, text, now);
        connection.commit();
    }

    private void reserve(UUID tenant, String key, OffsetDateTime now) throws SQLException {
        set(reserve, key, tenant.getLeastSignificantBits(), tenant, key, now.minusDays(1));
        try (ResultSet row = reserve.executeQuery()) {
            row.next();
        }
    }

    /** The values of a session and its turn, by column. */
    private record OpenRows(Map<String, @Nullable Object> session, Map<String, @Nullable Object> turn) {}

    private OpenRows find(BareTurn turn) throws SQLException {
        set(findOpenTurn, turn.session(), turn.tenant(), turn.turn());
        try (ResultSet row = findOpenTurn.executeQuery()) {
            row.next();
            // Before the values of either comes its id.
            return new OpenRows(values(row, 2, SESSION_COLUMNS), values(row, SESSION_COLUMNS.size() + 3, TURN_COLUMNS));
        }
    }

    private static Map<String, @Nullable Object> values(ResultSet row, int first, List<String> columns)
            throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.getObject(first + i));
        }
        return values;
    }

    private void insertAnswer(BareTurn turn, UUID answer, String text, OffsetDateTime now) throws SQLException {
        set(
                insertAnswer,
                now,
                1,
                0,
                74_000,
                0,
                "TYPED",
                null,
                null,
                null,
                null,
                0,
                turn.session(),
                false,
                null,
                "QUEUED",
                now,
                turn.tenant(),
                text,
                turn.turn(),
                answer);
        insertAnswer.executeUpdate();
    }

    private void insertEvent(BareTurn turn, UUID answer, OffsetDateTime now) throws SQLException {
        set(insertEvent, answer, now, turn.tenant(), null, turn.turn(), "ANSWER_RECEIVED", turn.session(), 2);
        insertEvent.executeUpdate();
    }

    private void insertMessages(BareTurn turn, UUID answer, OffsetDateTime now) throws SQLException {
        String payload = """
                {"eventId":"%1$s","type":"answer.submitted","schemaVersion":1,"tenantId":"%2$s","sessionId":"%3$s",\
                "turnId":"%4$s","answerId":"%1$s","evaluationVersion":1,"time":"%5$s"}""".formatted(answer, turn.tenant(), turn.session(), turn.turn(), now);
        String key = turn.session().toString();
        set(insertMessage, answer, now, key, payload, "greenroom.answers", TimeOrderedIds.next());
        insertMessage.addBatch();
        set(insertMessage, null, now, key, payload, "greenroom.events", TimeOrderedIds.next());
        insertMessage.addBatch();
        insertMessage.executeBatch();
    }

    /** Writes back all columns of a row that may change, as Hibernate does, under the version that was read. */
    private static void writeBack(PreparedStatement update, UUID id, Map<String, @Nullable Object> row)
            throws SQLException {
        int version = (int) Objects.requireNonNull(row.get("row_version"));
        row.put("row_version", version + 1);
        set(update, row.values().toArray());
        update.setObject(row.size() + 1, id);
        update.setObject(row.size() + 2, version);
        update.executeUpdate();
    }

    private void keep(BareTurn turn, String key, UUID answer, String text, OffsetDateTime now) throws SQLException {
        String body = """
                {"id":"%s","sessionId":"%s","turnId":"%s","text":"%s","inputMode":"TYPED","skipped":false,\
                "durationMs":74000,"status":"QUEUED","reason":null,"evaluation":null,"feedbackWithheld":false,\
                "submittedAt":"%s","links":{"self":"/v1/answers/%1$s","evaluations":"/v1/answers/%1$s/evaluations",\
                "session":"/v1/sessions/%2$s"}}""".formatted(answer, turn.session(), turn.turn(), text, now);
        set(
                keep,
                turn.tenant(),
                key,
                new byte[32],
                202,
                "/v1/answers/" + answer,
                body,
                turn.session(),
                now,
                now.minusDays(1));
        keep.executeUpdate();
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
