package dev.greenroom.worker.judge.provider;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, with the three things that the library's own adapter lacks: a limit on the time for the whole reply
 * and not only its head, a limit on its size, and {@code Retry-After}.
 */
final class BoundedHttp implements HttpClient {

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int OVERLOADED = 529;

    private final java.net.http.HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    BoundedHttp(java.net.http.HttpClient client, Duration timeout, Clock clock) {
        this.client = client;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = send(jdkRequest(request));
        if (response.statusCode() / 100 != 2) {
            throw new ProviderFault(new Outcome.Failed(trouble(response.statusCode()), retryAfter(response)));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    private HttpResponse<byte[]> send(java.net.http.HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw fault(Trouble.TIMEOUT);
        } catch (ExecutionException e) {
            throw fault(
                    e.getCause() instanceof IOException io && tooLarge(io) ? Trouble.UNREADABLE : Trouble.UNREACHABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw fault(Trouble.TIMEOUT);
        } finally {
            // Closes the connection of an exchange that is not over; no effect on one that is.
            response.cancel(true);
        }
    }

    /** The JDK has no exception of its own for it. */
    private static boolean tooLarge(IOException e) {
        return String.valueOf(e.getMessage()).contains("capacity");
    }

    private static java.net.http.HttpRequest jdkRequest(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private static ProviderFault fault(Trouble trouble) {
        return new ProviderFault(Outcome.Failed.of(trouble));
    }

    private static Trouble trouble(int status) {
        if (status == TIMEOUT) {
            return Trouble.TIMEOUT;
        }
        if (status == TOO_MANY || status == OVERLOADED) {
            return Trouble.RATE_LIMITED;
        }
        return status / 100 == 5 ? Trouble.SERVER_ERROR : Trouble.REJECTED;
    }

    private @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, clock))
                .orElse(null);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Replies are never streamed");
    }
}
