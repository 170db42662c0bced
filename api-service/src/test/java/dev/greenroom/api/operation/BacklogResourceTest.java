package dev.greenroom.api.operation;

import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.localstack.EmbeddedPostgres;
import dev.greenroom.localstack.GreenroomTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BacklogResourceTest {

    private static final Path KEDA = Path.of("../k8s/components/keda");

    @Inject
    BacklogReading reading;

    @Inject
    AgroalDataSource database;

    @Test
    void showsWhatWaitsAsMetrics() {
        reading.read();
        double before = metric("greenroom_backlog_waiting");
        submit(startSession("{\"topic\": \"django\"}"), "No worker runs here.");
        submit(startSession("{\"topic\": \"django\"}"), "So this one waits, too.");

        reading.read();

        assertThat(metric("greenroom_backlog_waiting")).isEqualTo(before + 2);
        assertThat(metric("greenroom_backlog_oldest_seconds")).isPositive();
    }

    @Test
    void knowsNoNumberWhileTheDatabaseIsAway() {
        GreenroomTestResource.postgres().stop();
        try {
            reading.read();

            assertThat(metric("greenroom_backlog_waiting")).isNaN();
        } finally {
            GreenroomTestResource.postgres().start();
            // The other tests are not to run into connections to the server that is gone.
            database.flush(AgroalDataSource.FlushMode.ALL);
        }
    }

    @Test
    void theScalersRoleCountsAndSeesNothingElse() throws SQLException, IOException {
        String query = first("query: (.+)", Files.readString(KEDA.resolve("scaledobject.yaml")));
        String role = Files.readString(KEDA.resolve("scaler-role.sql"));
        try (Connection owner = connect(EmbeddedPostgres.USER);
                Statement statement = owner.createStatement()) {
            statement.execute(role);
            statement.execute("alter role greenroom_scaler password 'counts'");
        }

        try (Connection scaler = connect("greenroom_scaler");
                Statement statement = scaler.createStatement()) {
            try (ResultSet count = statement.executeQuery(query)) {
                assertThat(count.next()).isTrue();
                assertThat(count.getLong(1)).isGreaterThanOrEqualTo(0);
            }
            assertThatThrownBy(() -> statement.executeQuery("select text from answer"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeQuery("select id from session"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("create table x (y int)"))
                    .isInstanceOf(SQLException.class);
        } finally {
            try (Connection owner = connect(EmbeddedPostgres.USER);
                    Statement statement = owner.createStatement()) {
                statement.execute("drop owned by greenroom_scaler; drop role greenroom_scaler");
            }
        }
    }

    private static Connection connect(String user) throws SQLException {
        String password = user.equals(EmbeddedPostgres.USER) ? EmbeddedPostgres.PASSWORD : "counts";
        return DriverManager.getConnection(GreenroomTestResource.postgres().jdbcUrl(), user, password);
    }

    private static double metric(String name) {
        String page = RestAssured.get("/q/metrics").asString();
        return Double.parseDouble(first("(?m)^" + name + "(?:\\{\\S*\\})? (\\S+)$", page));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
