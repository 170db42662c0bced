package dev.greenroom.api.authoring;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.authoring.Drafts.aDraft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class AuthoringResourceTest {

    private final Drafts draft = aDraft();

    /** The other tests count on the built-in bank alone. */
    @AfterEach
    void tidyUp() {
        sending("").post(url("/archive"));
    }

    @Test
    void aNewQuestionIsADraftThatNobodyIsAsked() {
        create().then()
                .statusCode(201)
                .header("Location", is("/v1/questions/" + draft.id()))
                .header("ETag", notNullValue())
                .body("id", is(draft.id()))
                .body("status", is("DRAFT"))
                .body("builtIn", is(false))
                .body("version", is(1));

        asTenant().get("/v1/questions?limit=100").then().body("items.id", not(hasItem(draft.id())));
        sending("{\"topic\": \"django\", \"questions\": [\"%s\"]}".formatted(draft.id()))
                .post("/v1/sessions")
                .then()
                .statusCode(422)
                .body("code", is("unknown_question"));
    }

    @Test
    void aPublishedQuestionIsListedFoundAndAskedByItsSlug() {
        create();

        sending("").post(url("/publish")).then().statusCode(200).body("status", is("PUBLISHED"));

        asTenant()
                .get("/v1/questions?limit=100&section=orm")
                .then()
                .body("items.id", hasItems(draft.id(), "django-orm-n-plus-one"));
        asTenant().get("/v1/questions?q=assertnumqueries&limit=100").then().body("items.id", hasItem(draft.id()));
        asTenant()
                .get("/v1/topics/django")
                .then()
                .body("sections.find { it.id == 'orm' }.questions.id", hasItem(draft.id()));
        String session = startSession("{\"topic\": \"django\", \"questions\": [\"%s\"]}".formatted(draft.id()));
        asTenant()
                .get("/v1/sessions/" + session)
                .then()
                .body("turns[0].questionId", is(draft.id()))
                .body("turns[0].questionVersion", is(1));
    }

    @Test
    void aRevisionIsANewVersionAndChangesNothingUntilItIsPublished() {
        create();
        sending("").post(url("/publish"));
        String etag = asTenant().get(url("")).header("ETag");

        sending(draft.with("prompt", "What do you do about too many queries?").json())
                .header("If-Match", etag)
                .put(url(""))
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("draftVersion", is(2))
                .body("prompt", startsWith("How do you make sure"));

        asTenant()
                .get(url("/versions"))
                .then()
                .body("items.version", contains(2, 1))
                .body("items.status", contains("DRAFT", "PUBLISHED"));
        asTenant()
                .get(url("/versions/2"))
                .then()
                .body("content.prompt", is("What do you do about too many queries?"))
                .body("content.concepts.id", hasItem("count-first"));
    }

    @Test
    void whoChangedAQuestionIsNotedWithNothingOfWhatItSays() {
        create();
        sending(draft.with("prompt", "What do you do about too many queries?").json())
                .header("If-Match", asTenant().get(url("")).header("ETag"))
                .put(url(""));
        sending("").post(url("/publish"));
        sending("").post(url("/archive"));

        Response entries = asTenant().get("/v1/audit?object=" + draft.id());
        entries.then()
                .body(
                        "items.action",
                        contains("QUESTION_ARCHIVED", "QUESTION_PUBLISHED", "QUESTION_REVISED", "QUESTION_CREATED"))
                .body("items.actor", everyItem(startsWith("key_")));
        assertThat(entries.asString()).doesNotContain("too many queries");
    }

    @Test
    void aSessionKeepsTheVersionThatItAsked() {
        create();
        sending("").post(url("/publish"));
        String session = startSession("{\"topic\": \"django\", \"questions\": [\"%s\"]}".formatted(draft.id()));
        sending(draft.with("prompt", "What do you do about too many queries?").json())
                .header("If-Match", asTenant().get(url("")).header("ETag"))
                .put(url(""));

        sending("").post(url("/publish")).then().statusCode(200).body("version", is(2));

        asTenant()
                .get("/v1/sessions/" + session)
                .then()
                .body("turns[0].questionVersion", is(1))
                .body("turns[0].prompt", startsWith("How do you make sure"));
    }

    @Test
    void refusesARevisionOfAStateThatIsGone() {
        String stale = created();
        sending(draft.json()).header("If-Match", stale).put(url("")).then().statusCode(200);

        sending(draft.json())
                .header("If-Match", stale)
                .put(url(""))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", is("precondition_failed"));
        sending(draft.json()).put(url("")).then().statusCode(428).body("code", is("precondition_required"));
        sending("").header("If-Match", stale).post(url("/publish")).then().statusCode(412);
        asTenant().get(url("/versions")).then().body("items.version", contains(2, 1));
    }

    @Test
    void theTagOfAChangeIsTheTagOfReadingIt() {
        String etag = created();

        assertThat(asTenant().get(url("")).header("ETag")).isEqualTo(etag);
        asTenant().header("If-None-Match", etag).get(url("")).then().statusCode(304);
    }

    @Test
    void publishesNothingTwice() {
        create();
        sending("").post(url("/publish"));

        sending("").post(url("/publish")).then().statusCode(409).body("code", is("nothing_to_publish"));
    }

    @Test
    void anArchivedQuestionIsAskedNoMoreAndCanComeBack() {
        create();
        sending("").post(url("/publish"));

        sending("").post(url("/archive")).then().statusCode(200).body("status", is("ARCHIVED"));

        asTenant().get("/v1/questions?limit=100").then().body("items.id", not(hasItem(draft.id())));
        sending("").post(url("/publish")).then().statusCode(200).body("status", is("PUBLISHED"));
    }

    @Test
    void hasNoTwoQuestionsOfOneId() {
        create();

        create().then().statusCode(409).body("code", is("question_exists"));
    }

    @Test
    void createsOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        String etag = sending(draft.json())
                .header("Idempotency-Key", key)
                .post("/v1/questions")
                .header("ETag");

        sending(draft.json())
                .header("Idempotency-Key", key)
                .post("/v1/questions")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", etag);
    }

    @Test
    void takesThePlaceOfABuiltInQuestionOfTheSameId() {
        draft.with("id", "django-authentication").with("section", "security");
        create();
        asTenant().get(url("")).then().body("status", is("DRAFT"));
        asTenant().get("/v1/questions?section=security").then().body("items.builtIn", everyItem(is(true)));

        sending("").post(url("/publish")).then().statusCode(200);

        asTenant()
                .get("/v1/questions?section=security&limit=100")
                .then()
                .body("items.findAll { it.id == 'django-authentication' }.builtIn", contains(false));
        sending("").post(url("/archive"));
        asTenant()
                .get("/v1/questions?section=security&limit=100")
                .then()
                .body("items.findAll { it.id == 'django-authentication' }.builtIn", contains(true));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("without a prompt", aDraft().without("prompt"), "/prompt"),
                Arguments.of("without a topic", aDraft().without("topic"), "/topic"),
                Arguments.of("a level that is none", aDraft().with("level", "GURU"), "/level"),
                Arguments.of("a field of its own", aDraft().with("surprise", "!"), "/surprise"),
                Arguments.of("a section of nowhere", aDraft().with("section", "nowhere"), "/section"),
                Arguments.of("a rubric of nowhere", aDraft().ratedBy("vibes@1"), "/rubric/id"),
                Arguments.of("a criterion of nowhere", aDraft().weighing("charm", 0.5), "/rubric/weights/charm"),
                Arguments.of("a probe of nothing", aDraft().probing(1, "nothing"), "/followUps/1/when/concept"),
                Arguments.of("a concept twice", aDraft().withAConceptTwice(), "/concepts/4/id"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void pointsAtWhatIsWrong(String name, Drafts wrong, String pointer) {
        sending(wrong.json())
                .when()
                .post("/v1/questions")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("validation_failed"))
                .body("errors.pointer", contains(pointer))
                .body("errors[0].detail", not(startsWith("/")));
    }

    @Test
    void refusesABodyThatIsNoQuestion() {
        sending("[]").post("/v1/questions").then().statusCode(422).body("code", is("validation_failed"));
        sending("{\"id\": ").post("/v1/questions").then().statusCode(400).body("code", is("malformed_json"));
    }

    @Test
    void looksAtNoQuestionThatIsFarTooLarge() {
        String tags = "[" + "7, ".repeat(5_000) + "7]";

        sending(aDraft().json().replaceFirst("\"tags\":\\[[^]]*]", "\"tags\":" + tags))
                .post("/v1/questions")
                .then()
                .statusCode(422)
                .body("code", is("validation_failed"))
                .body("errors.pointer", contains(""));
    }

    @Test
    void refusesTheBodyOfAnotherQuestion() {
        String etag = created();

        sending(aDraft().json())
                .header("If-Match", etag)
                .put(url(""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/id"));
    }

    @Test
    void changesNoBuiltInQuestion() {
        for (String path : new String[] {"/publish", "/archive"}) {
            sending("").post("/v1/questions/django-mvt-vs-mvc" + path).then().statusCode(404);
        }
        sending(draft.json())
                .header("If-Match", "*")
                .put("/v1/questions/django-mvt-vs-mvc")
                .then()
                .statusCode(404);
        asTenant().get("/v1/questions/django-mvt-vs-mvc/versions").then().statusCode(404);
    }

    @Test
    void aDraftHasNoVersionThatWasNeverWritten() {
        create();

        asTenant().get(url("/versions/7")).then().statusCode(404).body("code", is("version_not_found"));
        asTenant().get(url("/versions/1")).then().statusCode(200).body("content.id", is(draft.id()));
        asTenant().get(url("/versions")).then().body("items[0].publishedAt", nullValue());
    }

    private Response create() {
        return sending(draft.json()).post("/v1/questions");
    }

    private String created() {
        return create().then().statusCode(201).extract().header("ETag");
    }

    private String url(String rest) {
        return "/v1/questions/" + draft.id() + rest;
    }
}
