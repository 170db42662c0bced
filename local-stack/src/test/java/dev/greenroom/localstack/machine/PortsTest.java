package dev.greenroom.localstack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesNoPortTwiceThoughNobodyListensOnTheFirstYet() {
        // when
        IntStream ports = IntStream.generate(Ports::findFree).limit(2_000);

        // then
        assertThat(ports.toArray()).doesNotHaveDuplicates();
    }

    @Test
    void givesNoPortThatIsTaken() throws Exception {
        // given
        int port = Ports.findFree();
        try (ServerSocket other = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
            // when
            int next = Ports.findFree();

            // then
            assertThat(next).isNotEqualTo(other.getLocalPort());
            assertThat(Ports.isFree(other.getLocalPort())).isFalse();
        }
    }
}
