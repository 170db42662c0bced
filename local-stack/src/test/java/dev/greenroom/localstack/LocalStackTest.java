package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.localstack.machine.RunningProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalStackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    void stopsWhatDoesNotListenToSigterm() throws IOException {
        // given
        Launcher launcher = launch(Map.of("FAKE_MOOD", "deaf")).awaitReady();
        assertThat(processesOnData()).hasSizeGreaterThanOrEqualTo(3);
        long begin = System.nanoTime();

        // when
        int exitCode = launcher.stop("TERM");

        // then
        assertThat(exitCode).isEqualTo(143);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        assertThat(processesOnData()).isEmpty();
    }

    @Test
    void startsOnTheDataOfAKilledLauncher() throws IOException {
        // given
        Launcher killed = launch(Map.of()).awaitReady();
        List<Long> orphans = List.of(killed.pidOf("api"), killed.pidOf("worker-1"), killed.pidOf("postgres"));
        killed.killWithItsGuard();
        assertThat(processesOnData()).containsAll(orphans);

        // when
        Launcher next = launch(Map.of()).awaitReady();

        // then
        assertThat(processesOnData()).doesNotContainAnyElementsOf(orphans);
        assertThat(apiKeyIn(next)).isEqualTo(apiKeyIn(killed));
        assertThat(next.stop("INT")).isEqualTo(130);
        assertThat(processesOnData()).isEmpty();
    }

    @Test
    void leavesNoProcessBehindWhenItIsKilled() throws IOException {
        // given
        Launcher launcher = launch(Map.of()).awaitReady();
        RunningProcess.signal(launcher.pidOf("worker-1"), "STOP");

        // when
        launcher.kill();

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processesOnData()).isEmpty());
    }

    @Test
    void givesUpOnAServiceThatKeepsDying() throws IOException {
        // when
        Launcher launcher = launch(Map.of("FAKE_MOOD", "dying"));

        // then
        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.complaint()).startsWith("api keeps dying. Its last lines:\n  The fake app is dying");
        assertThat(processesOnData()).isEmpty();
    }

    private Launcher launch(Map<String, String> environment) throws IOException {
        return Launcher.start(FakeApp.jarIn(folder), data, environment);
    }

    private static String apiKeyIn(Launcher launcher) {
        return launcher.readyLine().replaceAll(".*API key: (\\w+) .*", "$1");
    }

    private List<Long> processesOnData() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static Refusal refusal(String... arguments) {
        StringWriter errors = new StringWriter();
        int exitCode =
                LocalStack.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
        return new Refusal(exitCode, errors.toString());
    }

    private record Refusal(int exitCode, String message) {}
}
