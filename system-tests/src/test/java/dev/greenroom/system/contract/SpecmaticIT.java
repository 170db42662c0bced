package dev.greenroom.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.Stack;
import dev.greenroom.system.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Specmatic makes requests from the OpenAPI document, good ones and such as break one rule each, and holds every response against it. */
class SpecmaticIT {

    private static final Path TOOLS = Path.of("contract").toAbsolutePath();
    private static final Path FOLDER = Path.of("target/specmatic").toAbsolutePath();
    private static final Pattern SUMMARY = Pattern.compile("Tests run: (\\d+), Successes: (\\d+), Failures: (\\d+)");

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.forContractTests();

    @Test
    void theServiceDoesWhatItsDocumentSays() throws IOException {
        NodeTools.in(TOOLS);
        Files.createDirectories(FOLDER);
        SpecmaticDocument.write(FOLDER.resolve("openapi.json"));
        Stack stack = SHARED.stack();
        Command.Output output;
        try (Understudy understudy = Understudy.of(stack.apiUrl(), stack.apiKey(), stack.publishableKey())) {
            output = Command.run(
                    FOLDER,
                    Map.of(
                            "SPECMATIC_GENERATIVE_TESTS", "true",
                            "SPECMATIC_DISABLE_TELEMETRY", "true",
                            "MAX_TEST_REQUEST_COMBINATIONS", "1"),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-jar",
                    TOOLS.resolve("node_modules/specmatic/specmatic.jar").toString(),
                    "test",
                    "openapi.json",
                    "--testBaseURL=" + understudy.url());
        }
        Files.writeString(FOLDER.resolve("specmatic.log"), output.text());

        Matcher summary = SUMMARY.matcher(output.text());
        assertThat(summary.find()).as(output.text()).isTrue();
        System.out.println("contract: Specmatic: " + summary.group());
        assertThat(Integer.parseInt(summary.group(3)))
                .as("failures, of which %s tells", FOLDER.resolve("specmatic.log"))
                .isZero();
        assertThat(Integer.parseInt(summary.group(2))).isGreaterThanOrEqualTo(500);
    }
}
