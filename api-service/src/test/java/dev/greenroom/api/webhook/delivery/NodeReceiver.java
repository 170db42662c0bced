package dev.greenroom.api.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The receiver of {@code src/test/receiver}, which verifies by somebody else's code. It needs Node.js and npm; a test
 * that finds none ends here undecided, but not where {@code CI} is set.
 */
final class NodeReceiver implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/receiver");
    private static final Path FOLDER = Path.of("target/receiver");

    private final Process node;
    private final String url;

    private NodeReceiver(Process node, String url) {
        this.node = node;
        this.url = url;
    }

    static NodeReceiver start() throws IOException, InterruptedException {
        install();
        Process node = new ProcessBuilder("node", "receiver.mjs")
                .directory(FOLDER.toFile())
                .redirectError(FOLDER.resolve("receiver.log").toFile())
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        return new NodeReceiver(node, "http://127.0.0.1:" + output.readLine());
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "receiver.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        int status;
        Path log = FOLDER.resolve("npm.log");
        try {
            // Node.js makes the streams it inherits non-blocking, and over those of a test's process Surefire speaks
            // with it.
            status = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--loglevel=error")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            if (System.getenv("CI") != null) {
                throw e;
            }
            abort("There is no npm to install the receiver with");
            throw e;
        }
        assertThat(status).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    String hook(String name) {
        return url + "/hooks/" + name;
    }

    void tellSecret(String name, String secret) {
        RestAssured.given().body(secret).put(url + "/secrets/" + name).then().statusCode(204);
    }

    Map<String, Integer> counts() {
        return RestAssured.get(url + "/counts").jsonPath().getMap("", String.class, Integer.class);
    }

    @Override
    public void close() {
        node.destroy();
    }
}
