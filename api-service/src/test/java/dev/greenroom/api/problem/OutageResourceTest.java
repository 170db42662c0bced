package dev.greenroom.api.problem;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.greenroom.localstack.GreenroomTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageResourceTest {

    @Test
    void refusesRequestsWhileTheDatabaseIsAwayAndRecovers() {
        GreenroomTestResource.postgres().stop();
        try {
            sending("{\"topic\": \"django\"}")
                    .when()
                    .post("/v1/sessions")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", is("unavailable"));
            RestAssured.get("/q/health/ready").then().statusCode(503);
            RestAssured.get("/q/health/live").then().statusCode(200);
        } finally {
            GreenroomTestResource.postgres().start();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> asTenant().get("/v1/topics").then().statusCode(200));
    }

    @Test
    void takesAnswersWhileKafkaIsAway() {
        String session = startSession("{\"topic\": \"django\"}");
        GreenroomTestResource.kafka().stop();
        try {
            String answer = submit(session, "Kafka is away.");

            asTenant().get("/v1/answers/" + answer).then().body("status", is("QUEUED"));
            RestAssured.get("/q/health/ready").then().statusCode(200);
        } finally {
            GreenroomTestResource.kafka().start();
        }
    }
}
