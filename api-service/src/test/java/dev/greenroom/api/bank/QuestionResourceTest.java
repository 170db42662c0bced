package dev.greenroom.api.bank;

import static dev.greenroom.api.ApiTest.asTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuestionResourceTest {

    @Test
    void filtersBySectionAndLevel() {
        asTenant()
                .when()
                .get("/v1/questions?topic=django&section=orm&level=MID")
                .then()
                .statusCode(200)
                .body("items.section", everyItem(is("orm")))
                .body("items.level", everyItem(is("MID")))
                .body("items", hasSize(5));
    }

    @Test
    void pagesThroughAllQuestionsOnce() {
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = asTenant()
                    .get("/v1/questions?limit=25" + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(62).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void namesTheNextPageInTheLinkHeader() {
        asTenant()
                .when()
                .get("/v1/questions?limit=3&topic=django")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .header("Link", containsString("topic=django"));
    }

    @Test
    void keepsConceptsAndRubricToItself() {
        asTenant()
                .when()
                .get("/v1/questions/django-orm-n-plus-one")
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("$", not(hasKey("concepts")))
                .body("$", not(hasKey("rubric")));
    }

    @Test
    void refusesALevelThatIsNone() {
        asTenant().when().get("/v1/questions?level=GURU").then().statusCode(400).body("code", is("invalid_parameter"));
    }

    @Test
    void refusesALimitOutOfRange() {
        asTenant()
                .when()
                .get("/v1/questions?limit=101")
                .then()
                .statusCode(422)
                .body("code", is("validation_failed"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", is("#limit"));
    }

    @Test
    void refusesALimitThatIsNoNumber() {
        asTenant().when().get("/v1/questions?limit=many").then().statusCode(400).body("code", is("invalid_parameter"));
    }

    @Test
    void refusesACursorOfItsOwnMaking() {
        asTenant().when().get("/v1/sessions?cursor=Zm9v").then().statusCode(400).body("code", is("invalid_cursor"));
        asTenant()
                .get("/v1/sessions?cursor=" + "Zm9v".repeat(51))
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }
}
