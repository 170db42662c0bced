package dev.greenroom.localstack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RunningProcessTest {

    @Test
    void standsStillAsSoonAsItIsFrozen() throws IOException {
        // given
        Process busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
        try {
            assertThat(RunningProcess.isFrozen(busy.pid())).isFalse();

            // when
            RunningProcess.freeze(busy.pid());

            // then
            assertThat(RunningProcess.isFrozen(busy.pid())).isTrue();
            RunningProcess.signal(busy.pid(), "CONT");
            assertThat(RunningProcess.isFrozen(busy.pid())).isFalse();
        } finally {
            busy.destroyForcibly();
        }
    }

    @Test
    void doesNotWaitForAProcessThatHasGone() throws Exception {
        // given
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();

        // when
        RunningProcess.freeze(gone.pid());

        // then
        assertThat(RunningProcess.isFrozen(gone.pid())).isTrue();
    }
}
