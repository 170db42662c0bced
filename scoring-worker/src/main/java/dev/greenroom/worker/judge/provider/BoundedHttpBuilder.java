package dev.greenroom.worker.judge.provider;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Makes {@link BoundedHttp}; both of the library's timeouts are our one. */
final class BoundedHttpBuilder implements HttpClientBuilder {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Clock clock;
    private Duration timeout;

    BoundedHttpBuilder(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public Duration connectTimeout() {
        return timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return timeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration readTimeout) {
        timeout = readTimeout;
        return this;
    }

    @Override
    public HttpClient build() {
        java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
                // Some local servers can't cope with the offer of HTTP/2 that comes with a clear-text request.
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                // A redirect would carry the answer and the key to somewhere else.
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        return new BoundedHttp(client, timeout, clock);
    }
}
