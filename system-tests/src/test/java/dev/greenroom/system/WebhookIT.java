package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What either service has to tell reaches an endpoint. */
class WebhookIT {

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.asShipped();

    private final Client client = new Client(SHARED.stack());

    @Test
    void tellsOfTheAnswerAndOfItsScore() throws IOException {
        try (Receiver receiver = new Receiver(client, "answer.received", "answer.scored")) {
            JsonNode session = client.startSession(Map.of("topic", "django", "questionCount", 1));
            JsonNode answer = client.submit(session, "A QuerySet is lazy until somebody iterates over it.")
                    .body();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(receiver.typesOf(answer))
                            .containsExactlyInAnyOrder("answer.received", "answer.scored"));
        }
    }
}
