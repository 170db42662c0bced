package dev.greenroom.api.operation;

import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.id.IdKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PruningResourceTest {

    @Inject
    Pruning pruning;

    @Test
    void forgetsTheHistoryOfLongAgoAndNothingElse() throws SQLException {
        UUID old = sessionWithHistory();
        UUID young = sessionWithHistory();
        update("update interview_event set created_at = now() - interval '91 days' where session_id = '" + old + "'");
        update("update interview_event set created_at = now() - interval '89 days' where session_id = '" + young + "'");

        pruning.prune();

        assertThat(count("interview_event where session_id = '" + old + "'")).isZero();
        assertThat(count("interview_event where session_id = '" + young + "'")).isGreaterThanOrEqualTo(2);
        assertThat(count("answer where session_id = '" + old + "'")).isEqualTo(1);
    }

    @Test
    void forgetsMoreUnreadableMessagesThanOneBatchHolds() throws SQLException {
        update(
                "insert into quarantined_event (id, topic, reason, received_at)"
                        + " select gen_random_uuid(), 'old', 'because', now() - interval '91 days' from generate_series(1, 2500)");
        update("insert into quarantined_event (id, topic, reason, received_at)"
                + " values (gen_random_uuid(), 'young', 'because', now())");

        pruning.prune();

        assertThat(count("quarantined_event where topic = 'old'")).isZero();
        assertThat(count("quarantined_event where topic = 'young'")).isEqualTo(1);
    }

    @Test
    void forgetsWhatWebhooksWereToldLongAgo() throws SQLException {
        UUID tenant = UUID.randomUUID();
        update("insert into tenant (id, name, created_at) values ('" + tenant + "', 'told', now())");
        update("insert into webhook (id, tenant_id, url, description, events, enabled, secret, created_at)"
                + " values ('" + tenant + "', '" + tenant + "', 'https://example.org', '', '[]', false, '', now())");
        update("insert into webhook_delivery (id, tenant_id, webhook_id, type, occurred_at, status, attempt, claim,"
                + " attempts, created_at) select gen_random_uuid(), '" + tenant + "', '" + tenant + "', 'webhook.test',"
                + " now(), 'PENDING', 0, 0, '[]', now() - n * interval '20 days' from generate_series(1, 2) n");

        pruning.prune();

        assertThat(count("webhook_delivery where tenant_id = '" + tenant + "'")).isEqualTo(1);
    }

    private static UUID sessionWithHistory() {
        String session = startSession("{\"topic\": \"django\"}");
        submit(session, "An answer, so that there are two events.");
        return IdKind.SESSION.parse(session).orElseThrow();
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long count(String from) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }
}
