package dev.greenroom.api.bank;

import static dev.greenroom.api.ApiTest.asTenant;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RubricResourceTest {

    @Test
    void listsTheRubrics() {
        asTenant().when().get("/v1/rubrics").then().statusCode(200).body("items.reference", hasItem("technical@1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"technical", "technical@1"})
    void showsCriteriaAnchorsAndGates(String name) {
        asTenant()
                .when()
                .get("/v1/rubrics/" + name)
                .then()
                .statusCode(200)
                .body("id", is("technical"))
                .body("version", is(1))
                .body("criteria.id", hasItems("correctness", "completeness", "depth", "clarity"))
                .body("criteria.find { it.id == 'correctness' }.anchors.STRONG", notNullValue())
                .body("gates.flag", hasItems("DONT_KNOW", "TOO_SHORT"));
    }

    @Test
    void says304ToAClientThatHasTheRubric() {
        String etag = asTenant().get("/v1/rubrics/technical").header("ETag");

        asTenant()
                .header("If-None-Match", etag)
                .when()
                .get("/v1/rubrics/technical")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vibes", "technical@77", "technical@one"})
    void doesNotKnowEveryRubric(String name) {
        asTenant().when().get("/v1/rubrics/" + name).then().statusCode(404).body("code", is("rubric_not_found"));
    }
}
