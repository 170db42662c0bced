package dev.greenroom.localstack.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server with OpenAI's chat completions and no model behind it: it gives a sound verdict on each answer, and sound words for
 * each follow-up, after as long as it is told to think. Thinking takes it no more than a virtual thread, so that hundreds of
 * calls may be under way.
 */
public final class ChatServer implements AutoCloseable {

    private static final String PATH = "/v1/chat/completions";
    private static final int BACKLOG = 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger thinking = new AtomicInteger();
    private volatile Pace pace = Pace.atOnce();
    private HttpServer server = listen(0);

    /** How long the next replies take, unless the end comes first. */
    private record Pace(Duration verdict, Duration words, CountDownLatch end) {

        static Pace atOnce() {
            return new Pace(Duration.ZERO, Duration.ZERO, new CountDownLatch(1));
        }

        void await(Duration time) {
            try {
                end.await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private HttpServer listen(int port) {
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext(PATH, this::serve);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes before {@code /chat/completions}. */
    public String baseUrl() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    /** How long it thinks about verdicts and about the words of follow-ups from now on. */
    public void think(Duration verdict, Duration words) {
        pace = new Pace(verdict, words, new CountDownLatch(1));
    }

    /** Ends all thinking; from now on it replies at once. */
    public void letGo() {
        Pace before = pace;
        pace = Pace.atOnce();
        before.end().countDown();
    }

    /** About how many answers it is thinking. */
    public int thinking() {
        return thinking.get();
    }

    /** How many calls have come so far. */
    public int calls() {
        return calls.get();
    }

    /** Refuses connections until {@link #revive}. */
    public void die() {
        server.stop(0);
    }

    /** Listens again where it listened before. */
    public void revive() {
        server = listen(server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try (exchange) {
            ChatRequest request = ChatRequest.of(JSON.readTree(exchange.getRequestBody()));
            byte[] reply = JSON.writeValueAsBytes(think(request));
            // The server keeps only so many idle connections and would close others under a client's next request.
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private JsonNode think(ChatRequest request) {
        Pace now = pace;
        if (request.wantsWords()) {
            now.await(now.words());
            return request.completion(request.words());
        }
        thinking.incrementAndGet();
        try {
            now.await(now.verdict());
            return request.completion(request.verdict());
        } finally {
            thinking.decrementAndGet();
        }
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
    }
}
