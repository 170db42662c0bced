package dev.greenroom.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** A client that was written for the last release goes on working: nothing was taken from the contract since. */
class CompatibilityTest {

    private static final File RELEASED = new File("../docs/openapi-released.yaml");
    private static final File CURRENT = new File("../docs/openapi.yaml");

    private final YAMLMapper yaml = new YAMLMapper();

    @Test
    void nothingWasBrokenSinceTheLastRelease() throws IOException {
        ChangedOpenApi change = compare(read(CURRENT));

        assertThat(change.isCompatible()).as(report(change)).isTrue();
    }

    @Test
    void aFieldThatIsGoneIsFound() throws IOException {
        JsonNode document = read(RELEASED);
        remove(document, "/components/schemas/Answer/properties", "status");

        assertThat(compare(document).isIncompatible()).isTrue();
    }

    @Test
    void anOperationThatIsGoneIsFound() throws IOException {
        JsonNode document = read(RELEASED);
        remove(document, "/paths/~1v1~1sessions", "post");

        assertThat(compare(document).isIncompatible()).isTrue();
    }

    @Test
    void aFieldThatHasToBeSentOfLateIsFound() throws IOException {
        JsonNode document = read(RELEASED);
        ((ArrayNode) document.at("/components/schemas/StartSession/required")).add("locale");

        assertThat(compare(document).isIncompatible()).isTrue();
    }

    @Test
    void whatIsAddedBreaksNobody() throws IOException {
        JsonNode document = read(RELEASED);
        ((ObjectNode) document.at("/components/schemas/Answer/properties"))
                .putObject("mood")
                .put("type", "string");
        ((ObjectNode) document.at("/components/schemas/StartSession/properties"))
                .putObject("mood")
                .put("type", "string");

        assertThat(compare(document).isCompatible()).isTrue();
    }

    private static void remove(JsonNode document, String parent, String field) {
        JsonNode removed = ((ObjectNode) document.at(parent)).remove(field);
        assertThat(removed).isNotNull();
    }

    private JsonNode read(File document) throws IOException {
        return yaml.readTree(document);
    }

    private ChangedOpenApi compare(JsonNode document) throws IOException {
        return OpenApiCompare.fromContents(yaml.writeValueAsString(read(RELEASED)), yaml.writeValueAsString(document));
    }

    private static String report(ChangedOpenApi change) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStreamWriter writer = new OutputStreamWriter(text, StandardCharsets.UTF_8)) {
            new ConsoleRender().render(change, writer);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
