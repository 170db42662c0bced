package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.localstack.machine.RunningProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a launcher is killed, nothing is left of it, and the next one starts on its data. */
class LauncherKillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void nameData() {
        data = folder.resolve("data");
    }

    @Test
    void startsOnTheDataOfAKilledLauncher() throws IOException {
        // given
        Launcher killed = launch().awaitReady();
        List<Long> orphans = List.of(killed.pidOf("api"), killed.pidOf("worker-1"), killed.pidOf("postgres"));
        killed.killWithItsGuard();
        assertThat(Launcher.processesOn(data)).containsAll(orphans);

        // when
        Launcher next = launch().awaitReady();

        // then
        assertThat(Launcher.processesOn(data)).doesNotContainAnyElementsOf(orphans);
        assertThat(apiKeyIn(next)).isEqualTo(apiKeyIn(killed));
        assertThat(next.stop("INT")).isEqualTo(130);
        assertThat(Launcher.processesOn(data)).isEmpty();
    }

    @Test
    void leavesNoProcessBehindWhenItIsKilled() throws IOException {
        // given
        Launcher launcher = launch().awaitReady();
        RunningProcess.freeze(launcher.pidOf("worker-1"));

        // when
        launcher.kill();

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Launcher.processesOn(data)).isEmpty());
    }

    private Launcher launch() throws IOException {
        return Launcher.start(FakeApp.jarIn(folder), data, Map.of());
    }

    private static String apiKeyIn(Launcher launcher) {
        return launcher.readyLine().replaceAll(".*API key: (\\w+) .*", "$1");
    }
}
