package dev.greenroom.api.problem;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.greenroom.api.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestLimitsResourceTest {

    private static final String ANSWERS = "sessions/ses_0000000000000000000000/answers";

    @Test
    void refusesALongAddress() {
        String base = "/v1/topics?q=";
        asTenant()
                .get(base + "x".repeat(Limits.URL_CHARACTERS - base.length()))
                .then()
                .statusCode(200);

        isRefused(asTenant().get(base + "x".repeat(Limits.URL_CHARACTERS - base.length() + 1)), 414, "url_too_long");
    }

    @Test
    void refusesAnAddressBeyondAllMeasureBarely() {
        assertThat(asTenant().get("/v1/topics?q=" + "x".repeat(20_000)).statusCode())
                .isEqualTo(414);
    }

    @Test
    void refusesManyHeaders() {
        RequestSpecification request = asTenant();
        for (int i = 0; i <= Limits.HEADERS; i++) {
            request.header("X-Header-" + i, "v");
        }

        isRefused(request.get("/v1/topics"), 431, "headers_too_large");
    }

    @Test
    void refusesLargeHeaders() {
        isRefused(
                asTenant()
                        .header("X-Large", "v".repeat(Limits.HEADER_VALUE_CHARACTERS))
                        .header("X-Large-Too", "v".repeat(Limits.HEADER_VALUE_CHARACTERS))
                        .get("/v1/topics"),
                431,
                "headers_too_large");
    }

    @Test
    void refusesALargeHeader() {
        String large = "v".repeat(Limits.HEADER_VALUE_CHARACTERS);
        asTenant().header("Prefer", large).get("/v1/topics").then().statusCode(200);

        isRefused(asTenant().header("Prefer", large + "v").get("/v1/topics"), 431, "headers_too_large");
    }

    @Test
    void refusesALargeBodyOfUnannouncedLength() throws Exception {
        HttpResponse<String> refused = sendInChunks("{\"topic\": \"django\"}" + " ".repeat(Limits.BODY_BYTES));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(refused.body()).contains("\"code\":\"body_too_large\"", "\"title\":\"Content Too Large\"");
    }

    @Test
    void takesABodyOfUnannouncedLength() throws Exception {
        assertThat(sendInChunks("{\"topic\": \"django\"}").statusCode()).isEqualTo(201);
    }

    private static HttpResponse<String> sendInChunks(String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/sessions"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + ApiTest.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void refusesJsonThatIsTooDeep() {
        sending(nested(Limits.JSON_DEPTH)).post("/v1/questions").then().statusCode(422);

        isRefused(sending(nested(Limits.JSON_DEPTH + 1)).post("/v1/questions"), 400, "malformed_json");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    /** Otherwise a body of nothing but wrong entries would have more of them than the heap has room for. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            sessions | /sections     | 20   | {"topic": "django", "sections": [%s]}                                         | ""
            sessions | /questions    | 20   | {"topic": "django", "questions": [%s]}                                        | ""
            sessions | /metadata     | 20   | {"topic": "django", "metadata": {%s}}                                         | "%d": null
            api-keys | /scopes       | 6    | {"name": "backend", "scopes": [%s]}                                           | ""
            webhooks | /events       | 50   | {"url": "https://example.com", "events": [%s]}                                | null
            ANSWERS  | /speech/words | 5000 | {"turnId": "trn", "speech": {"engine": "e", "confidence": 1, "words": [%s]}}  | {}
            """)
    void looksAtNoListThatIsTooLong(String address, String pointer, int most, String body, String entry) {
        String entries =
                IntStream.rangeClosed(0, most).mapToObj(entry::formatted).collect(Collectors.joining(","));

        sending(body.formatted(entries))
                .post("/v1/" + address.replace("ANSWERS", ANSWERS))
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", is("validation_failed"))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void namesSomeOfWhatIsWrongWhereNearlyEverythingIs() {
        String words = "{}, ".repeat(4_999) + "{}";

        sending("{\"turnId\": \"trn\", \"speech\": {\"engine\": \"e\", \"confidence\": 1, \"words\": [%s]}}"
                        .formatted(words))
                .post("/v1/" + ANSWERS)
                .then()
                .statusCode(422)
                .body("errors", hasSize(Limits.VIOLATIONS));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0", "101", "-1", "2147483647"})
    void refusesPagesThatAreTooLargeOrNone(String limit) {
        asTenant()
                .get("/v1/sessions?limit=" + limit)
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors[0].pointer", is("#limit"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ten", "1.5", "2147483648"})
    void refusesPagesThatAreNoNumber(String limit) {
        asTenant().get("/v1/sessions?limit=" + limit).then().statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    private static void isRefused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", is(status))
                .body("code", is(code));
    }
}
