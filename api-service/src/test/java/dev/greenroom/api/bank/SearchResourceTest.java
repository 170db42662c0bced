package dev.greenroom.api.bank;

import static dev.greenroom.api.ApiTest.asTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SearchResourceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    n+1                         | django-orm-n-plus-one
                    N + 1                       | django-orm-n-plus-one
                    n plus one                  | django-orm-n-plus-one
                    n+1 quer                    | django-orm-n-plus-one
                    lazy                        | django-orm-lazy-querysets
                    lazy queryset               | django-orm-lazy-querysets
                    csrf token                  | django-csrf-protection
                    CSRF tok                    | django-csrf-protection
                    request forgeries           | django-csrf-protection
                    select_related/prefetch_rel | django-orm-select-vs-prefetch-related
                    mvt                         | django-mvt-vs-mvc
                    "request forgery"           | django-csrf-protection
                    """)
    void putsTheRightQuestionFirst(String words, String question) {
        asTenant()
                .queryParam("q", words)
                .when()
                .get("/v1/questions")
                .then()
                .statusCode(200)
                .body("items[0].id", is(question));
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        asTenant()
                .queryParam("q", "queryset -lazy")
                .queryParam("limit", 100)
                .when()
                .get("/v1/questions")
                .then()
                .statusCode(200)
                .body("items.id", not(empty()))
                .body("items.id", not(hasItem("django-orm-lazy-querysets")));
    }

    @Test
    void searchesWithinTheFilters() {
        asTenant()
                .queryParam("q", "queries")
                .queryParam("section", "orm")
                .queryParam("level", "MID")
                .when()
                .get("/v1/questions")
                .then()
                .body("items.id", hasItem("django-orm-n-plus-one"))
                .body("items.section", everyItem(is("orm")))
                .body("items.level", everyItem(is("MID")));
    }

    @Test
    void pagesThroughWhatItFoundInTheOrderOfRank() {
        List<String> atOnce =
                asTenant().get("/v1/questions?q=django&limit=100").jsonPath().getList("items.id");

        List<String> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = asTenant()
                    .get("/v1/questions?q=django&limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            paged.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(atOnce).hasSizeGreaterThan(2);
        assertThat(paged).isEqualTo(atOnce);
    }

    @ParameterizedTest
    @CsvSource({"zyzzyva", "!!!", "':* & |'", "((("})
    void findsNothingWhereThereIsNothing(String words) {
        asTenant()
                .queryParam("q", words)
                .when()
                .get("/v1/questions")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void refusesACursorOfAnotherList() {
        String cursor = asTenant().get("/v1/questions?limit=1").path("nextCursor");

        asTenant()
                .when()
                .get("/v1/questions?q=django&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }

    @ParameterizedTest
    @CsvSource({"1E-999999999 a", "1E-20000 a", "1E200000 a", "1E999999999 a", "-1E9 a", "0.1 a", "NaN a"})
    void refusesACursorOfARankThatNoQuestionHas(String place) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));

        asTenant()
                .get("/v1/questions?q=django&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }

    @Test
    void refusesWordsWithoutEnd() {
        asTenant()
                .queryParam("q", "x".repeat(201))
                .when()
                .get("/v1/questions")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("#q"));
    }
}
