package dev.greenroom.api.limit;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import dev.greenroom.model.id.IdKind;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimitResourceTest {

    @Inject
    AgroalDataSource database;

    @Inject
    LimitSettings settings;

    @Inject
    Clock clock;

    @Test
    void showsHowTheQuotaStands() {
        asTenant()
                .get("/v1/topics")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", is("\"reads\";q=1000000;w=864000"))
                .header("RateLimit", matchesPattern("\"reads\";r=\\d{6};t=\\d+"));
    }

    @Test
    void showsItWithProblemsToo() {
        sending("{\"topic\": 7}")
                .post("/v1/sessions")
                .then()
                .statusCode(400)
                .header("RateLimit-Policy", is("\"writes\";q=1000000;w=864000"));
    }

    @Test
    void countsNobodyWhoIsUnknown() {
        Response refused = RestAssured.get("/v1/topics");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("RateLimit")).isNull();
    }

    @Test
    void refusesWhoAsksTooOftenUntilThereIsMore() {
        Key key = makeKey();
        useUp(Quota.WRITES, key);

        key.request()
                .contentType(ContentType.JSON)
                .body("{\"topic\": \"django\"}")
                .post("/v1/sessions")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", is("rate_limited"))
                .body("title", is("Too Many Requests"))
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .header("RateLimit", matchesPattern("\"writes\";r=0;t=[1-9]\\d*"));
        key.request().get("/v1/topics").then().statusCode(200); // reads have a quota of their own
        asTenant().post("/v1/sessions/ses_0/complete").then().statusCode(404); // and others keep theirs
    }

    private record Key(String id, String secret) {

        RequestSpecification request() {
            return RestAssured.given().header("Authorization", "Bearer " + secret);
        }
    }

    private static Key makeKey() {
        Response made = sending("{\"name\": \"limited\", \"scopes\": [\"sessions:write\", \"content:read\"]}")
                .post("/v1/api-keys");
        assertThat(made.statusCode()).isEqualTo(201);
        return new Key(made.path("id"), made.path("secret"));
    }

    /** As another replica would do it. */
    private void useUp(Quota quota, Key key) {
        String subject = IdKind.API_KEY.parse(key.id()).orElseThrow().toString();
        new Buckets(database, settings, clock)
                .bucket(quota, subject)
                .consumeIgnoringRateLimits(2L * quota.rate(settings).requests());
    }
}
