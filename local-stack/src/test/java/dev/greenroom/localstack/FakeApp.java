package dev.greenroom.localstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands for the API or a worker: answers health checks, and tells its environment to who asks for it.
 *
 * <p>The environment variable FAKE_MOOD makes it die at once ({@code dying}) or deaf to TERM ({@code deaf}).
 */
final class FakeApp {
    private static final String MOOD = "FAKE_MOOD";

    private FakeApp() {}

    static void main() throws IOException, InterruptedException {
        String mood = System.getenv().getOrDefault(MOOD, "fine");
        System.out.println("The fake app is " + mood);
        if (mood.equals("dying")) {
            System.exit(3);
        }
        if (mood.equals("deaf")) {
            Runtime.getRuntime().addShutdownHook(new Thread(FakeApp::sleepForEver));
        }
        serve(Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
    }

    private static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, "ready"));
        server.createContext("/env/", exchange -> answer(exchange, environmentAt(exchange.getRequestURI())));
        server.start();
    }

    private static String environmentAt(URI address) {
        return System.getenv().getOrDefault(address.getPath().substring("/env/".length()), "");
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void sleepForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes a runnable jar that consists of a pointer to this class. */
    static Path jarIn(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, FakeApp.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                FakeApp.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString());
        Path jar = folder.resolve("fake-app.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
