package dev.greenroom.api.session;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SessionResourceTest {

    @Test
    void startsASessionAndAsksItsFirstQuestion() {
        sending("""
                        {"topic": "django", "sections": ["orm"], "level": "MID", "questionCount": 3, "maxFollowUps": 1,
                         "candidateRef": "user-42", "seed": 42, "metadata": {"app": "ios"}}""")
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/sessions/ses_"))
                .body("id", startsWith("ses_"))
                .body("status", is("IN_PROGRESS"))
                .body("mode", is("PRACTICE"))
                .body("progress.answered", is(0))
                .body("progress.total", is(3))
                .body("turns", hasSize(1))
                .body("turns[0].kind", is("MAIN"))
                .body("turns[0].status", is("ASKED"))
                .body("turns[0].prompt", notNullValue())
                .body("metadata.app", is("ios"))
                .body("completedAt", nullValue());
    }

    @Test
    void asksTheNamedQuestionsInTheirOrder() {
        String session = startSession("""
                {"topic": "django", "questions": ["django-csrf-protection", "django-orm-n-plus-one"]}""");

        asTenant()
                .when()
                .get("/v1/sessions/" + session)
                .then()
                .body("turns.questionId", contains("django-csrf-protection"))
                .body("progress.total", is(2));
    }

    @Test
    void drawsTheSameFirstQuestionForTheSameSeed() {
        String order = "{\"topic\": \"django\", \"seed\": 7}";

        List<String> first = List.of(firstQuestion(order), firstQuestion(order), firstQuestion(order));

        assertThat(first.stream().distinct()).hasSize(1);
    }

    private static String firstQuestion(String order) {
        return asTenant().get("/v1/sessions/" + startSession(order)).path("turns[0].questionId");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    unknown topic    | {"topic": "cobol"}                                       | unknown_topic     | /topic
                    unknown section  | {"topic": "django", "sections": ["nowhere"]}             | unknown_section   | /sections
                    unknown section, named questions | {"topic": "django", "sections": ["nowhere"], "questions": ["django-orm-n-plus-one"]} | unknown_section | /sections
                    unknown question | {"topic": "django", "questions": ["what-is-love"]}       | unknown_question  | /questions
                    question twice   | {"topic": "django", "questions": ["django-mvt-vs-mvc","django-mvt-vs-mvc"]} | repeated_question | /questions
                    no topic         | {}                                                       | validation_failed | /topic
                    too many         | {"topic": "django", "questionCount": 21}                 | validation_failed | /questionCount
                    foreign language | {"topic": "django", "locale": "xx"}                      | validation_failed | /locale
                    """)
    void refusesAnOrderThatItCannotFill(String name, String order, String code, String pointer) {
        sending(order)
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors[0].pointer", is(pointer));
    }

    @Test
    void listsNewestFirstInPages() {
        String candidate = "lister-" + UUID.randomUUID();
        String order = "{\"topic\": \"django\", \"candidateRef\": \"%s\"}".formatted(candidate);
        String oldest = startSession(order);
        String middle = startSession(order);
        String newest = startSession(order);
        String url = "/v1/sessions?limit=2&candidateRef=" + candidate;

        String cursor = asTenant()
                .get(url)
                .then()
                .body("items.id", contains(newest, middle))
                .extract()
                .path("nextCursor");

        asTenant()
                .when()
                .get(url + "&cursor=" + cursor)
                .then()
                .body("items.id", contains(oldest))
                .body("nextCursor", nullValue());
    }

    @Test
    void completesASessionOnce() {
        String session = startSession("{\"topic\": \"django\"}");

        sending("")
                .when()
                .post("/v1/sessions/" + session + "/complete")
                .then()
                .statusCode(200)
                .body("status", is("COMPLETED"))
                .body("currentTurnId", nullValue());
        String completedAt = asTenant().get("/v1/sessions/" + session).path("completedAt");

        sending("")
                .when()
                .post("/v1/sessions/" + session + "/complete")
                .then()
                .statusCode(200)
                .body("completedAt", is(completedAt));
    }

    @Test
    void doesNotKnowASessionThatNeverWas() {
        asTenant()
                .when()
                .get("/v1/sessions/ses_0000000000000000000000")
                .then()
                .statusCode(404)
                .body("code", is("session_not_found"));
    }

    @Test
    void doesNotKnowAnIdOfAnotherKind() {
        asTenant().when().get("/v1/sessions/banana").then().statusCode(404).body("code", is("session_not_found"));
    }
}
