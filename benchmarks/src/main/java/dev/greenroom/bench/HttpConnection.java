package dev.greenroom.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A kept-alive HTTP/1.1 connection, as light as possible: it shares the machine's cores with the server that it
 * measures. One thread at a time.
 */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 60_000;

    private final Socket socket;
    private final InputStream in;

    private HttpConnection(Socket socket, InputStream in) {
        this.socket = socket;
        this.in = in;
    }

    static HttpConnection open(URI server) throws IOException {
        Socket socket = new Socket();
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return new HttpConnection(socket, new BufferedInputStream(socket.getInputStream(), 8192));
    }

    /** Sends a whole request, head and body, and waits for the response. */
    Response exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return read(in);
    }

    static Response read(InputStream in) throws IOException {
        int status = statusOf(readLine(in));
        int length = 0;
        boolean chunked = false;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.endsWith("chunked");
            }
        }
        byte[] body = chunked ? readChunks(in) : readBytes(in, length);
        return new Response(status, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(readLine(in), 16);
            body.write(readBytes(in, length));
            readLine(in);
        } while (length > 0);
        return body.toByteArray();
    }

    private static byte[] readBytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The connection ended within a body");
        }
        return bytes;
    }

    private static int statusOf(String line) throws IOException {
        if (!line.startsWith("HTTP/1.1 ") || line.length() < 12) {
            throw new IOException("This is no HTTP response: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended within a head");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What came back. */
    record Response(int status, String body) {

        Response require(int expected) throws IOException {
            if (status != expected) {
                throw new IOException("Expected status " + expected + ", got " + status + ": " + body);
            }
            return this;
        }
    }
}
