package dev.greenroom.api.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.greenroom.api.webhook.target.Target;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No name of these tests is known to any name server, so that only the address that is given can be connected to. */
class PostingTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static Vertx vertx;
    private static Path keys;

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer running;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.test",
                        "-ext",
                        "san=dns:hooks.test",
                        "-alias",
                        "hooks")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stopTheServer() {
        end.countDown();
        server().stop(0);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    private void serve(HttpServer made, Answer answer) {
        running = made;
        made.setExecutor(task -> Thread.ofVirtual().start(task));
        made.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            try {
                answer.to(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            } finally {
                exchange.close();
            }
        });
        made.start();
    }

    private HttpServer server() {
        return Objects.requireNonNull(running);
    }

    private void serve(Answer answer) throws IOException {
        serve(HttpServer.create(new InetSocketAddress(HERE, 0), 0), answer);
    }

    private void serveSecurely(Answer answer) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(keys)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        serve(secure, answer);
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.getBytes(StandardCharsets.UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private Reply send(String url, Duration patience, HttpClientOptions options) throws InterruptedException {
        URI uri = URI.create(
                url.replace("PORT", Integer.toString(server().getAddress().getPort())));
        Target.Open target = new Target.Open(uri, List.of(HERE));
        try (Posting posting = new Posting(vertx, options, 4, patience)) {
            return posting.send(new Post(target, target.address(1), Map.of("webhook-id", "dlv_1"), "{\"a\": 1}"));
        }
    }

    private Reply send(String url) throws InterruptedException {
        return send(url, Duration.ofSeconds(10), new HttpClientOptions());
    }

    @Test
    void connectsToTheGivenAddressWhateverTheNameSays() throws Exception {
        serve(exchange -> {
            assertThat(exchange.getRequestMethod()).isEqualTo("POST");
            assertThat(exchange.getRequestHeaders().getFirst("webhook-id")).isEqualTo("dlv_1");
            respond(exchange, 200, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        });

        Reply reply = send("http://rebinding.invalid:PORT/hooks?a=b");

        assertThat(reply).isEqualTo(new Reply.Answered(200, "{\"a\": 1}"));
        assertThat(reply.isTaken()).isTrue();
        assertThat(requests)
                .containsExactly("rebinding.invalid:" + server().getAddress().getPort() + "/hooks?a=b");
    }

    @Test
    void followsNoRedirect() throws Exception {
        serve(exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://127.0.0.1:" + server().getAddress().getPort() + "/inside");
            exchange.sendResponseHeaders(307, -1);
        });

        Reply reply = send("http://hooks.invalid:PORT/outside");

        assertThat(reply).isEqualTo(new Reply.Answered(307, ""));
        assertThat(reply.isTaken()).isFalse();
        assertThat(requests).hasSize(1);
    }

    @Test
    void checksTheCertificateAgainstTheHostOfTheUrl() throws Exception {
        serveSecurely(exchange -> respond(exchange, 200, "secure"));
        HttpClientOptions trusting = new HttpClientOptions()
                .setTrustOptions(new JksOptions().setPath(keys.toString()).setPassword(PASSWORD));

        Reply right = send("https://hooks.test:PORT/", Duration.ofSeconds(10), new HttpClientOptions(trusting));
        Reply wrong = send("https://other.test:PORT/", Duration.ofSeconds(10), new HttpClientOptions(trusting));
        Reply untrusted = send("https://hooks.test:PORT/");

        assertThat(right).isEqualTo(new Reply.Answered(200, "secure"));
        assertThat(wrong)
                .isEqualTo(new Reply.Unanswered("no TLS connection, or a certificate that is not valid for this host"));
        assertThat(untrusted).isEqualTo(wrong);
        assertThat(requests).hasSize(1);
    }

    @Test
    void readsAnEndlessAnswerToItsFirstCharactersOnly() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        serve(exchange -> {
            exchange.sendResponseHeaders(500, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write("é\0".repeat(4096).getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException _) {
                hungUp.countDown();
            }
        });

        Reply reply = send("http://hooks.invalid:PORT/");

        assertThat(reply).isEqualTo(new Reply.Answered(500, "é\uFFFD".repeat(250)));
        assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givesUpOnAnAnswerThatDrips() throws Exception {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            do {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
            } while (!end.await(20, TimeUnit.MILLISECONDS));
        });

        Reply reply = send("http://hooks.invalid:PORT/", Duration.ofMillis(300), new HttpClientOptions());

        assertThat(reply).isEqualTo(new Reply.Unanswered("no answer within 300 ms"));
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        serve(_ -> {});
        server().stop(0);

        assertThat(send("http://hooks.invalid:PORT/")).isEqualTo(new Reply.Unanswered("no connection"));
    }

    @Test
    void saysThatTheConnectionBroke() throws Exception {
        serve(HttpExchange::close);

        assertThat(send("http://hooks.invalid:PORT/")).isEqualTo(new Reply.Unanswered("the connection broke"));
    }
}
