package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherStopTest {
    @TempDir
    private Path folder;

    @Test
    void stopsWhatDoesNotListenToSigterm() throws IOException {
        // given
        Path data = folder.resolve("data");
        Launcher launcher = Launcher.start(FakeApp.jarIn(folder), data, Map.of("FAKE_MOOD", "deaf"))
                .awaitReady();
        assertThat(Launcher.processesOn(data)).hasSizeGreaterThanOrEqualTo(3);
        long begin = System.nanoTime();

        // when
        int exitCode = launcher.stop("TERM");

        // then
        assertThat(exitCode).isEqualTo(143);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        assertThat(Launcher.processesOn(data)).isEmpty();
    }
}
