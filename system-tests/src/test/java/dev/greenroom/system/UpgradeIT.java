package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rule that lets two releases run side by side: a migration only adds what the release before can do without. */
@Tag(OperatorsSuite.TAG)
class UpgradeIT {

    @Test
    void thisReleaseWorksOnTheSchemaOfTheNext() throws SQLException {
        try (Stack stack = Stack.builder()
                .workers(1)
                .workerEnv(Map.of("GREENROOM_PREPARATION_ENABLED", "false"))
                .start()) {
            Client client = new Client(stack);
            JsonNode before = client.startSession(Map.of("topic", "django", "questionCount", 2, "maxFollowUps", 0));

            new Records(stack).migrateToTheNextRelease();

            assertThat(score(client, before)).as("by services that run already").isEqualTo("SCORED");
            Stream.concat(stack.workers().stream(), Stream.of(stack.api())).forEach(UpgradeIT::restart);
            assertThat(score(client, client.session(before.path("id").asText())))
                    .as("by services that start on it, as after a rollback")
                    .isEqualTo("SCORED");
        }
    }

    private static String score(Client client, JsonNode session) {
        JsonNode answer =
                client.submit(session, "It is lazy until somebody iterates.").body();
        return client.await(answer, 30).path("status").asText();
    }

    private static void restart(Part part) {
        part.terminate();
        part.start();
        part.awaitReady(Duration.ofMinutes(1));
    }
}
