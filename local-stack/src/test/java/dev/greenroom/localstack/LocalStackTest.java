package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalStackTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void nameData() {
        data = folder.resolve("data");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--port    | seventy | Invalid value for option '--port': 'seventy' is not an int",
                "--port    | 70000   | --port must be between 0 and 65535, not 70000",
                "--workers | -1      | --workers must be between 0 and 64, not -1",
                "--colour  | red     | Unknown options: '--colour', 'red'",
            })
    void saysInOneLineWhatIsWrongWithAnOption(String option, String value, String complaint) {
        Refusal refusal = refusal(option, value);
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.message()).isEqualTo(complaint + "\n");
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // when
            Refusal refusal = refusal("--data", data.toString(), "--port", String.valueOf(other.getLocalPort()));

            // then
            assertThat(refusal)
                    .isEqualTo(new Refusal(
                            2,
                            "Port " + other.getLocalPort()
                                    + " is taken by another program: choose another with --port\n"));
        }
    }

    @Test
    void givesUpOnAServiceThatKeepsDying() throws IOException {
        // when
        Launcher launcher = Launcher.start(FakeApp.jarIn(folder), data, Map.of("FAKE_MOOD", "dying"));

        // then
        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.complaint()).startsWith("api keeps dying. Its last lines:\n  The fake app is dying");
        assertThat(Launcher.processesOn(data)).isEmpty();
    }

    private static Refusal refusal(String... arguments) {
        StringWriter errors = new StringWriter();
        int exitCode =
                LocalStack.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
        return new Refusal(exitCode, errors.toString());
    }

    private record Refusal(int exitCode, String message) {}
}
