package dev.greenroom.api.authoring;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.authoring.Drafts.aDraft;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.greenroom.api.problem.Limits;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BankResourceTest {

    private static final String BANK = "/v1/question-bank";

    private final Drafts first = aDraft();
    private final Drafts second = aDraft().with("prompt", "How many queries does this page of ours send?");

    /** The other tests count on the built-in bank alone. */
    @AfterEach
    void tidyUp() {
        put("builtIn: SHOWN\nquestions: []\n", "*");
    }

    @Test
    void importsAWholeBankAndExportsItAgain() {
        put(bank("SHOWN", first, second), "*")
                .statusCode(200)
                .body("created", is(2))
                .body("unchanged", is(0));

        String exported = asTenant()
                .get(BANK)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/yaml"))
                .body(containsString("builtIn: SHOWN"), containsString(first.id()))
                .extract()
                .asString();

        put(exported, "*").body("unchanged", is(2)).body("created", is(0)).body("changed", is(0));
        asTenant()
                .get("/v1/audit?object=question-bank&limit=2")
                .then()
                .body("items.action", contains("QUESTION_BANK_REPLACED", "QUESTION_BANK_REPLACED"));
        asTenant()
                .get("/v1/questions?section=orm&limit=100")
                .then()
                .body("items.id", hasItems(first.id(), second.id(), "django-orm-n-plus-one"));
    }

    @Test
    void publishesWhatChangedAndArchivesWhatIsGone() {
        put(bank("SHOWN", first, second), "*");

        put(bank("SHOWN", first.with("hint", "Count them before you do anything.")), "*")
                .body("changed", is(1))
                .body("archived", is(1))
                .body("created", is(0));

        asTenant()
                .get("/v1/questions/" + first.id())
                .then()
                .body("version", is(2))
                .body("hint", is("Count them before you do anything."));
        asTenant().get("/v1/questions/" + second.id()).then().body("status", is("ARCHIVED"));
        put(bank("SHOWN", first, second), "*").body("created", is(1)).body("unchanged", is(1));
    }

    @Test
    void hidesTheBuiltInBank() {
        put(bank("HIDDEN", first), "*");

        asTenant().get("/v1/questions?limit=100").then().body("items.id", contains(first.id()));
        asTenant().get("/v1/questions/django-orm-n-plus-one").then().statusCode(404);
        asTenant().get(BANK).then().body(containsString("builtIn: HIDDEN"));
    }

    @Test
    void changesNothingWhenAnythingIsWrong() {
        put(bank("HIDDEN", first, second.with("level", "GURU")), "*")
                .statusCode(422)
                .body("code", is("validation_failed"))
                .body("errors.pointer", contains("/questions/1/level"));

        asTenant().get("/v1/questions/" + first.id()).then().statusCode(404);
        asTenant().get("/v1/questions").then().body("items", not(empty()));
    }

    @Test
    void refusesADocumentThatIsNoBank() {
        put("questions: [\n", "*").statusCode(400).body("code", is("malformed_yaml"));
        put("builtIn: SHOWN\nbuiltIn: HIDDEN\nquestions: []\n", "*").statusCode(400);
        put("builtIn: PERHAPS\nquestions: {}\nsurprise: 1\n", "*")
                .statusCode(422)
                .body("errors.pointer", hasItems("/builtIn", "/questions", "/surprise"));
        put(bank("SHOWN", first, first), "*").statusCode(422).body("errors.pointer", hasItem("/questions/1/id"));
    }

    @Test
    void namesSomeOfWhatIsWrongWhereNearlyEverythingIs() {
        int many = 2 * Limits.VIOLATIONS;
        String fields = IntStream.range(0, many).mapToObj("a%d: 1\n"::formatted).collect(Collectors.joining());

        for (String document : List.of(
                "questions: [%s]".formatted("{}, ".repeat(many)),
                "questions: [%s]".formatted("{id: a}, ".repeat(many)),
                fields + "questions: []")) {
            put(document, "*").statusCode(422).body("errors", hasSize(Limits.VIOLATIONS));
        }
    }

    @Test
    void refusesADocumentOfMoreThanABankCanHave() {
        put("questions: [%s]".formatted("{}, ".repeat(300_000)), "*")
                .statusCode(400)
                .body("code", is("malformed_yaml"));
    }

    @Test
    void refusesAnImportIntoABankThatHasChanged() {
        String etag = asTenant().get(BANK).header("ETag");
        put(bank("SHOWN", first), etag).statusCode(200);

        put(bank("SHOWN", second), etag).statusCode(412).body("code", is("precondition_failed"));

        asTenant().get("/v1/questions/" + first.id()).then().body("status", is("PUBLISHED"));
        sendingYaml("questions: []").put(BANK).then().statusCode(428).body("code", is("precondition_required"));
    }

    @Test
    void takesMoreThanOtherAddressesDoAndStillNotEverything() {
        String padding = "# " + "x".repeat(Limits.BODY_BYTES) + "\n";

        put(padding + bank("SHOWN", first), "*").statusCode(200);

        put("#" + "x".repeat(Limits.BANK_BYTES), "*").statusCode(413).body("code", is("body_too_large"));
    }

    private static ValidatableResponse put(String yaml, String ifMatch) {
        return sendingYaml(yaml).header("If-Match", ifMatch).put(BANK).then();
    }

    private static RequestSpecification sendingYaml(String yaml) {
        return asTenant()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .contentType("application/yaml")
                .body(yaml);
    }

    private static String bank(String builtIn, Drafts... questions) {
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode document = yaml.createObjectNode().put("builtIn", builtIn);
        var list = document.putArray("questions");
        for (Drafts question : questions) {
            list.add(question.tree());
        }
        try {
            return yaml.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
