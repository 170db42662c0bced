package dev.greenroom.api.malformed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are, which no HTTP client would, and reads what comes back. One request at a time. */
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MS = 15_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream input;

    RawHttp(int port) {
        this.port = port;
    }

    /** A response; headers by their names in lower case. */
    record Reply(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Tries once more on a new connection when the kept one turns out to be closed. */
    Reply send(byte[] request) throws IOException {
        boolean kept = socket != null;
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            if (!kept) {
                throw e;
            }
            return exchange(request);
        }
    }

    private Reply exchange(byte[] request) throws IOException {
        InputStream from = open();
        try {
            requireOpen(socket).getOutputStream().write(request);
        } catch (IOException _) {
            // The server has said all it has to say before it had read everything: see what it said.
        }
        Reply reply = read(from);
        if (reply.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return reply;
    }

    private static Socket requireOpen(@Nullable Socket socket) throws IOException {
        if (socket == null) {
            throw new IOException("The connection is closed");
        }
        return socket;
    }

    private InputStream open() throws IOException {
        if (socket == null || input == null) {
            Socket opened = new Socket("localhost", port);
            opened.setSoTimeout(PATIENCE_MS);
            opened.setTcpNoDelay(true);
            socket = opened;
            input = new BufferedInputStream(opened.getInputStream());
        }
        return input;
    }

    private static Reply read(InputStream from) throws IOException {
        int status = Integer.parseInt(line(from).split(" ", 3)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (status < 200) {
            return read(from); // an interim answer
        }
        if (headers.getOrDefault("content-type", "").startsWith("text/event-stream")) {
            headers.put("connection", "close"); // it would never end
            return new Reply(status, headers, "");
        }
        return new Reply(status, headers, new String(body(from, status, headers), StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream from, int status, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return from.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return status == 204 || status == 304 ? new byte[0] : from.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(from); size > 0; size = size(from)) {
            body.writeBytes(from.readNBytes(size));
            line(from);
        }
        line(from);
        return body.toByteArray();
    }

    private static int size(InputStream from) throws IOException {
        return Integer.parseInt(line(from), 16);
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed without an answer");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        input = null;
    }
}
