package dev.greenroom.system.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Stands between Specmatic and the service. Specmatic knows only what the document says, and so nothing of what there is:
 * where a request has an id of the document's examples, this puts in that of something that lives, and completes a request
 * that is to succeed by what nobody can make up: a credential, an idempotency key that was never used, an ETag that is
 * current, rules between fields that the document has in words. Requests that are to be refused, and all responses, pass
 * unchanged otherwise.
 */
final class Understudy implements AutoCloseable {

    /** The status that Specmatic hopes for. */
    private static final String EXPECTED = "Specmatic-Response-Code";

    private static final String KEY = "Idempotency-Key";
    private static final String CONDITION = "If-Match";

    /** What each of the two connections has for itself. */
    private static final Set<String> OWN = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "expect",
            "upgrade",
            EXPECTED.toLowerCase(Locale.ROOT));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Stack stack;
    private final HttpServer server;
    private final HttpServer hooks;
    private final Service service;

    /** Plays in all requests that change nothing of it. */
    private final Cast lasting;

    private Understudy(Stack stack) throws IOException {
        this.stack = stack;
        this.server = serve(this::pass);
        this.hooks = serve(exchange -> exchange.sendResponseHeaders(204, -1));
        this.service = new Service(http, stack);
        this.lasting = Cast.lasting(
                service, "http://127.0.0.1:%d/".formatted(hooks.getAddress().getPort()));
    }

    static Understudy of(Stack stack) {
        try {
            return new Understudy(stack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static HttpServer serve(Handler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/", exchange -> {
            try {
                handler.handle(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // No status of the service's, so that the report shows whose fault it is.
                byte[] reason = e.toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(599, reason.length);
                exchange.getResponseBody().write(reason);
            } finally {
                exchange.close();
            }
        });
        server.start();
        return server;
    }

    /** Where Specmatic finds it. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        hooks.stop(0);
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request(exchange), HttpResponse.BodyHandlers.ofByteArray());
        response.headers().map().forEach((name, values) -> {
            if (!isOwn(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String expected = String.valueOf(exchange.getRequestHeaders().getFirst(EXPECTED));
        boolean succeeds = expected.startsWith("2");
        Cast cast = succeeds && !method.equals("GET") ? lasting.another(path) : lasting;
        String address = cast.play(exchange.getRequestURI().toASCIIString());
        String body = cast.play(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isOwn(name) && !(succeeds && name.equalsIgnoreCase(CONDITION))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        if (succeeds) {
            address = cast.playCandidate(address);
            body = cast.complete(method, path, body);
            if (exchange.getRequestHeaders().containsKey(KEY)) {
                request.setHeader(KEY, UUID.randomUUID().toString());
            }
            boolean goesOn = (method.equals("PUT") && Cast.isDraft(path))
                    ? expected.equals("200")
                    : exchange.getRequestHeaders().containsKey(CONDITION);
            if (goesOn) {
                request.setHeader(CONDITION, cast.etag(address));
            }
        }
        String key = path.equals("/v1/guest-sessions") ? stack.publishableKey() : stack.apiKey();
        return request.uri(stack.apiUrl().resolve(address))
                .setHeader("Authorization", "Bearer " + key)
                .method(method, Service.publisher(body))
                .build();
    }

    private static boolean isOwn(String header) {
        return OWN.contains(header.toLowerCase(Locale.ROOT));
    }
}
