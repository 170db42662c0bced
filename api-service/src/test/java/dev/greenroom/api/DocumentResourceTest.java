package dev.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document in the repository is the one that the service gives out. */
@QuarkusTest
class DocumentResourceTest {

    private static final Path CHECKED_IN = Path.of("../docs/openapi.yaml");
    private static final String RENEW = "./greenroom test -pl api-service -am -Dtest=DocumentResourceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dgreenroom.openapi.renew=true";

    @Test
    void theCheckedInDocumentIsTheServedOne() throws IOException {
        String served = RestAssured.get("/q/openapi").asString();
        if (Boolean.getBoolean("greenroom.openapi.renew")) {
            Files.writeString(CHECKED_IN, served);
        }

        assertThat(differences(Files.readString(CHECKED_IN), served))
                .as("differences of docs/openapi.yaml to what is served; if they are meant, renew it by: %s", RENEW)
                .isEmpty();
    }

    @Test
    void aDifferenceIsNamedByItsPlace() throws IOException {
        String kept = "{paths: {/v1/a: {get: {summary: Read, tags: [A]}}}, info: {title: T}}";
        String served = "{paths: {/v1/a: {get: {summary: Load, tags: [A, B]}}, /v1/b: {}}}";

        assertThat(differences(kept, served))
                .containsExactly(
                        "/info: only checked in",
                        "/paths/~1v1~1a/get/summary: \"Read\" checked in, \"Load\" served",
                        "/paths/~1v1~1a/get/tags/1: only served",
                        "/paths/~1v1~1b: only served");
    }

    private static List<String> differences(String checkedIn, String served) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        List<String> found = new ArrayList<>();
        compare("", yaml.readTree(checkedIn), yaml.readTree(served), found);
        return found;
    }

    private static void compare(String place, JsonNode checkedIn, JsonNode served, List<String> found) {
        if (served.isMissingNode() || checkedIn.isMissingNode()) {
            found.add(place + (served.isMissingNode() ? ": only checked in" : ": only served"));
        } else if (checkedIn.isObject() && served.isObject()) {
            var names = new TreeSet<String>();
            checkedIn.fieldNames().forEachRemaining(names::add);
            served.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(
                    place + "/" + name.replace("~", "~0").replace("/", "~1"),
                    checkedIn.path(name),
                    served.path(name),
                    found));
        } else if (checkedIn.isArray() && served.isArray()) {
            for (int i = 0; i < Math.max(checkedIn.size(), served.size()); i++) {
                compare(place + "/" + i, element(checkedIn, i), element(served, i), found);
            }
        } else if (!checkedIn.equals(served)) {
            found.add("%s: %s checked in, %s served".formatted(place, checkedIn, served));
        }
    }

    private static JsonNode element(JsonNode array, int index) {
        return index < array.size() ? array.get(index) : MissingNode.getInstance();
    }
}
