package dev.greenroom.api.bank;

import static dev.greenroom.api.ApiTest.asTenant;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TopicResourceTest {

    @Test
    void listsTheTopics() {
        asTenant()
                .when()
                .get("/v1/topics")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("django"))
                .body("items[0].questionCount", is(28));
    }

    @Test
    void showsAGuideWithItsQuestionsInOrder() {
        asTenant()
                .when()
                .get("/v1/topics/django")
                .then()
                .statusCode(200)
                .body("coreTruth", notNullValue())
                .body("sections.id", contains("architecture", "orm", "security"))
                .body("sections[1].questions.id", hasItem("django-orm-n-plus-one"));
    }

    @Test
    void givesTheGuideAsMarkdown() {
        asTenant()
                .accept("text/markdown")
                .when()
                .get("/v1/topics/django")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/markdown"))
                .body(startsWith("# "), containsString("## How to prepare"), containsString("core truth"));
    }

    @Test
    void says304ToAClientThatHasTheGuide() {
        String etag = asTenant().get("/v1/topics/django").header("ETag");

        asTenant()
                .header("If-None-Match", etag)
                .when()
                .get("/v1/topics/django")
                .then()
                .statusCode(304);
    }

    @Test
    void explainsThatTheGuideIsNotInTheStateThatWasAskedFor() {
        asTenant()
                .header("If-Match", "\"another\"")
                .when()
                .get("/v1/topics/django")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", is("precondition_failed"));
    }

    @Test
    void doesNotKnowEveryTopic() {
        asTenant()
                .when()
                .get("/v1/topics/cobol")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("topic_not_found"));
    }
}
