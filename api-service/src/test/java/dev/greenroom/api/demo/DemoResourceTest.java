package dev.greenroom.api.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.api.ApiTest;
import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.problem.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoResourceTest {

    private static final String PUBLISHABLE = "gr_pub_keyOfTheTests";

    @Inject
    Questions bank;

    @Test
    void tellsEverybodyThePublishableKeyAndTheTopics() {
        given().get("/demo/settings.json")
                .then()
                .statusCode(200)
                .body("publishableKey", is(PUBLISHABLE))
                .body("topics.id", hasItems("django", "python"))
                .body(not(containsString(ApiTest.KEY)));
    }

    @Test
    void startsFromAPageThatMayOnlyRunWhatTheServiceItselfSends() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self';"))
                .header("X-Content-Type-Options", "nosniff");
        given().get("/demo/app.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void isOffWithoutAKeyAndWhereTheOperatorSaysSo() {
        assertThatThrownBy(() -> new DemoResource(settings(true, null), bank).get())
                .isInstanceOf(Fault.Missing.class);
        assertThatThrownBy(() -> new DemoResource(settings(false, PUBLISHABLE), bank).get())
                .isInstanceOf(Fault.Missing.class);
        assertThat(new DemoResource(settings(true, PUBLISHABLE), bank).get().publishableKey())
                .isEqualTo(PUBLISHABLE);
    }

    private static DemoSettings settings(boolean enabled, @Nullable String key) {
        return new DemoSettings() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public Optional<String> publishableKey() {
                return Optional.ofNullable(key);
            }
        };
    }
}
