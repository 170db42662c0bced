package dev.greenroom.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document is as Redocly's and Spectral's rules, with OWASP's, want it: no errors, no warnings, no hints. */
class LintIT {

    private static final Path DOCUMENT =
            Path.of("../docs/openapi.yaml").toAbsolutePath().normalize();

    private static NodeTools tools;

    @TempDir
    Path folder;

    @BeforeAll
    static void installTheLinters() {
        tools = NodeTools.in(Path.of("contract"));
    }

    @Test
    void redoclyFindsNothing() {
        Command.Output output = redocly(DOCUMENT);

        assertThat(output.exitCode()).as(output.text()).isZero();
        assertThat(output.text()).contains("Your API description is valid").doesNotContain("You have");
    }

    @Test
    void spectralFindsNothing() {
        Command.Output output = spectral(DOCUMENT);

        assertThat(output.exitCode()).as(output.text()).isZero();
        assertThat(output.text()).contains("No results with a severity of 'hint' or higher found");
    }

    @Test
    void bothFindWhatIsWrong() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        JsonNode document = yaml.readTree(DOCUMENT.toFile());
        ((ObjectNode) document.at("/paths/~1v1~1sessions/get")).remove("operationId");
        ((ObjectNode) document.at("/components/schemas/StartSession/properties/topic")).remove("maxLength");
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, new ObjectMapper().writeValueAsString(document));

        assertThat(redocly(broken)).satisfies(output -> {
            assertThat(output.exitCode()).isNotZero();
            assertThat(output.text()).contains("operation-operationId");
        });
        assertThat(spectral(broken)).satisfies(output -> {
            assertThat(output.exitCode()).isNotZero();
            assertThat(output.text()).contains("operation-operationId", "owasp:api4:2023-string-limit");
        });
    }

    private static Command.Output redocly(Path document) {
        return tools.run("redocly", "lint", "--format=stylish", "--max-problems=1000", document.toString());
    }

    private static Command.Output spectral(Path document) {
        return tools.run("spectral", "lint", "--fail-severity=hint", document.toString());
    }
}
