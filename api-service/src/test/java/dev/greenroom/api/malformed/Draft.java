package dev.greenroom.api.malformed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A request on its way to become malformed. Texts stand for bytes: each character is one, so that they can hold what no
 * decent client would send.
 */
final class Draft {

    private final Operation operation;
    private final List<String> faults = new ArrayList<>();
    private final List<String> query = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private String method;
    private String path;
    private String body;
    private boolean chunked;
    private boolean bareRefusal;

    Draft(Operation operation, String path, String authorization) {
        this.operation = operation;
        this.method = operation.method();
        this.path = path;
        this.body = bytes(operation.example());
        header("Authorization", authorization);
        header("Accept", "application/json, application/yaml;q=0.5");
        if (operation.mediaType() != null) {
            header("Content-Type", operation.mediaType());
        }
    }

    /** Each UTF-8 byte of the text as a character. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    Operation operation() {
        return operation;
    }

    Draft fault(String name) {
        faults.add(name);
        return this;
    }

    void method(String other) {
        method = other;
    }

    String path() {
        return path;
    }

    void path(String other) {
        path = other;
    }

    void query(String parameter) {
        query.add(parameter);
    }

    void header(String name, String value) {
        headers.removeIf(header -> header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"));
        headers.add(name + ": " + value);
    }

    void extraHeader(String line) {
        headers.add(line);
    }

    String body() {
        return body;
    }

    void body(String other) {
        body = other;
    }

    void sendInChunks() {
        chunked = true;
    }

    /** No HTTP any more: the server may refuse it without a word. */
    void mayBeRefusedBarely() {
        bareRefusal = true;
    }

    boolean isRefusedBarelyAtMost() {
        return bareRefusal;
    }

    byte[] toBytes() {
        StringBuilder head = new StringBuilder(method).append(' ').append(path);
        if (!query.isEmpty()) {
            head.append('?').append(String.join("&", query));
        }
        head.append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        boolean sends = !body.isEmpty() || operation.hasBody();
        if (sends) {
            head.append(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length())
                    .append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(sends ? payload() : new byte[0]);
        return request.toByteArray();
    }

    private byte[] payload() {
        String sent = body;
        if (chunked) {
            int middle = body.length() / 2;
            sent = chunk(body.substring(0, middle)) + chunk(body.substring(middle)) + "0\r\n\r\n";
        }
        return sent.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String chunk(String part) {
        return part.isEmpty() ? "" : Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
    }

    /** For people who have to find out what went wrong. */
    @Override
    public String toString() {
        byte[] request = toBytes();
        return operation.id() + " " + faults + "\n"
                + new String(Arrays.copyOf(request, Math.min(request.length, 1_500)), StandardCharsets.ISO_8859_1);
    }
}
