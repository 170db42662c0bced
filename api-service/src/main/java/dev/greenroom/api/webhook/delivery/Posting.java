package dev.greenroom.api.webhook.delivery;

import dev.greenroom.api.webhook.target.Target;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to exactly the address that each names, with the certificate checked against the host of the URL. It
 * follows no redirect, uses no proxy, and waits for the whole of an exchange no longer than its patience.
 */
final class Posting implements AutoCloseable {

    private final HttpClient client;
    private final Duration patience;

    /** @param connections to one endpoint at most */
    Posting(Vertx vertx, HttpClientOptions options, int connections, Duration patience) {
        this.patience = patience;
        options.setConnectTimeout((int) patience.toMillis()).setKeepAliveTimeout(30);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
    }

    /** Blocks until the endpoint has answered or the patience is over. */
    Reply send(Post post) throws InterruptedException {
        AtomicReference<@Nullable HttpClientRequest> running = new AtomicReference<>();
        Future<Reply> reply = client.request(options(post)).compose(request -> {
            running.set(request);
            return exchange(request, post);
        });
        try {
            return reply.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new Reply.Unanswered("no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Reply.Unanswered(explain(e.getCause()));
        } finally {
            hangUp(running.get(), reply);
        }
    }

    private static void hangUp(@Nullable HttpClientRequest request, Future<Reply> reply) {
        if (request != null && !reply.isComplete()) {
            request.reset();
        }
    }

    private static RequestOptions options(Post post) {
        Target.Open target = post.target();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(post.address(), target.port())))
                .setHost(target.url().getHost())
                .setPort(target.port())
                .setSsl(target.isSecure())
                .setURI(target.resource())
                .setFollowRedirects(false);
    }

    private static Future<Reply> exchange(HttpClientRequest request, Post post) {
        post.headers().forEach(request::putHeader);
        return request.send(post.body())
                .compose(response ->
                        Excerpt.of(response).map(excerpt -> new Reply.Answered(response.statusCode(), excerpt)));
    }

    /** In words that tell nothing of the network that this service stands in. */
    private static String explain(@Nullable Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "no TLS connection, or a certificate that is not valid for this host";
            }
        }
        return trouble instanceof ConnectException ? "no connection" : "the connection broke";
    }

    @Override
    public void close() {
        client.close();
    }
}
