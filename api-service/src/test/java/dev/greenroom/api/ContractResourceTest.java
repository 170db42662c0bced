package dev.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractResourceTest {

    @Test
    void everyOperationHasAnIdASummaryAndItsErrors() throws Exception {
        List<String> ids = new ArrayList<>();

        for (JsonNode path : document().path("paths")) {
            for (JsonNode operation : path) {
                ids.add(operation.path("operationId").asText());
                assertThat(operation.path("summary").asText()).isNotBlank();
                assertThat(operation.path("responses").has("401")).isTrue();
                assertThat(operation.path("responses").has("503")).isTrue();
            }
        }

        assertThat(ids).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void changesThatNeedAConditionSaySo() throws Exception {
        JsonNode responses = document().at("/paths/~1v1~1questions~1{question}/put/responses");

        assertThat(responses.has("412")).isTrue();
        assertThat(responses.has("428")).isTrue();
    }

    @Test
    void theOrdersHaveExamples() throws Exception {
        assertThat(document()
                        .at("/paths/~1v1~1sessions/post/requestBody/content/application~1json/examples")
                        .isEmpty())
                .isFalse();
        assertThat(document()
                        .at(
                                "/paths/~1v1~1sessions~1{session}~1answers/post/requestBody/content/application~1json/examples")
                        .isEmpty())
                .isFalse();
    }

    @Test
    void whatIsSentToEndpointsIsDescribedToo() throws Exception {
        JsonNode webhooks = document().path("webhooks");

        List<String> names = new ArrayList<>();
        webhooks.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .contains("answer.scored", "session.completed", "webhook.disabled", "webhook.test")
                .doesNotContain("answer.submitted");
        assertThat(webhooks).allSatisfy(item -> {
            JsonNode sent = item.path("post");
            assertThat(sent.path("summary").asText()).contains(" ");
            assertThat(sent.at("/requestBody/content/application~1json/schema/$ref")
                            .asText())
                    .isEqualTo("#/components/schemas/WebhookMessage");
            assertThat(sent.path("parameters")).hasSize(3);
        });
        assertThat(document()
                        .at("/components/schemas/WebhookMessage/properties/data/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/WebhookMessageData");
        assertThat(document()
                        .at("/components/schemas/CreateWebhook/properties/events/items/enum")
                        .toString())
                .contains("answer.scored", "webhook.disabled", "*");
    }

    @Test
    void operatorsFindHealthMetricsAndSwagger() {
        RestAssured.get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("outbox relay", "event feed", "webhook dispatch"));
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/health/started").then().statusCode(200);
        RestAssured.get("/q/metrics").then().statusCode(200).body(containsString("greenroom_outbox_published"));
        RestAssured.get("/q/swagger-ui").then().statusCode(200);
    }

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/q/openapi")
                        .asString());
    }
}
