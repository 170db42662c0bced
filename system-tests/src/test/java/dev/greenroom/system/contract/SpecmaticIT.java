package dev.greenroom.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.system.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Specmatic makes requests from the OpenAPI document, good ones and such as break one rule each, and holds every response against it. */
class SpecmaticIT {

    private static final Path TOOLS = Path.of("contract").toAbsolutePath();
    private static final Path FOLDER = Path.of("target/specmatic").toAbsolutePath();
    private static final Pattern SUMMARY =
            Pattern.compile("Tests run: \\d+, Successes: (?<successes>\\d+), Failures: (?<failures>\\d+)");
    private static final Pattern BELOW = Pattern.compile("^Unsuccessful Scenarios|^Tests run:");

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.forContractTests();

    @Test
    void theServiceDoesWhatItsDocumentSays() throws IOException {
        NodeTools.in(TOOLS);
        Files.createDirectories(FOLDER);
        SpecmaticDocument.write(FOLDER.resolve("openapi.json"));
        Path log = FOLDER.resolve("specmatic.log");
        try (Understudy understudy = Understudy.of(SHARED.stack())) {
            int _ = Command.runInto(
                    log,
                    FOLDER,
                    Map.of(
                            "SPECMATIC_GENERATIVE_TESTS", "true",
                            "SPECMATIC_DISABLE_TELEMETRY", "true",
                            "MAX_TEST_REQUEST_COMBINATIONS", "2"),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-jar",
                    TOOLS.resolve("node_modules/specmatic/specmatic.jar").toString(),
                    "test",
                    "openapi.json",
                    "--testBaseURL=" + understudy.url(),
                    // The understudy may have to play half an interview first, on a service that is still cold.
                    "--timeout=60");
        }

        String verdict = verdict(log);
        Matcher summary = SUMMARY.matcher(verdict);
        assertThat(summary.find()).as(verdict).isTrue();
        System.out.println("contract: Specmatic: " + summary.group());
        assertThat(summary.group("failures")).as(verdict).isEqualTo("0");
        assertThat(Integer.parseInt(summary.group("successes"))).isGreaterThanOrEqualTo(500);
    }

    /** What stands below the requests and responses: what failed, if anything did, and the numbers. */
    private static String verdict(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.dropWhile(line -> !BELOW.matcher(line).find()).collect(Collectors.joining("\n"));
        }
    }
}
