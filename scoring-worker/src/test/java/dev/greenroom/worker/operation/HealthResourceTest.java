package dev.greenroom.worker.operation;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.greenroom.worker.fixtures.WorkerTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class HealthResourceTest {

    @Test
    void isLiveAndReady() {
        get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        get("/q/health/ready").then().statusCode(200).body("checks.name.flatten()", hasItem("intake"));
    }

    @Test
    void showsWhatOperatorsMeasure() {
        get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("greenroom_answers_scored_total"))
                .body(containsString("greenroom_answers_feedback_seconds"))
                .body(containsString("greenroom_answers_inflight"))
                .body(containsString("greenroom_results_late_total"))
                .body(containsString("greenroom_events_unreadable_total"))
                .body(containsString("greenroom_outbox_published_total"));
    }
}
