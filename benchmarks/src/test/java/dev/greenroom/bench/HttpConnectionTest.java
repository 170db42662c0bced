package dev.greenroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.bench.HttpConnection.Response;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    @Test
    void readsABodyOfAnnouncedLengthAndLeavesWhatFollows() throws IOException {
        InputStream in =
                stream("HTTP/1.1 202 Accepted\r\nContent-Length: 3\r\nX: y\r\n\r\nö!HTTP/1.1 404 Not Found\r\n\r\n");

        assertThat(HttpConnection.read(in)).isEqualTo(new Response(202, "ö!"));
        assertThat(HttpConnection.read(in)).isEqualTo(new Response(404, ""));
    }

    @Test
    void putsChunksTogether() throws IOException {
        InputStream in = stream(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0A\r\n0123456789\r\n0\r\n\r\n");

        assertThat(HttpConnection.read(in)).isEqualTo(new Response(200, "abc0123456789"));
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void noticesABodyThatEndsTooSoon() {
        InputStream in = stream("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc");

        assertThatThrownBy(() -> HttpConnection.read(in)).isInstanceOf(EOFException.class);
    }

    @Test
    void refusesWhatIsNoHttp() {
        assertThatThrownBy(() -> HttpConnection.read(stream("SSH-2.0-x\r\n"))).hasMessageContaining("SSH-2.0");
    }

    @Test
    void tellsOfAnUnexpectedStatusWithItsBody() {
        assertThatThrownBy(() -> new Response(503, "too busy").require(202)).hasMessageContaining("too busy");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
