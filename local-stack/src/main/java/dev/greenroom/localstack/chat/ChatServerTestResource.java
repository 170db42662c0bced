package dev.greenroom.localstack.chat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives the worker of {@code @QuarkusTest}s a provider of language models, on the wire. */
public final class ChatServerTestResource implements QuarkusTestResourceLifecycleManager {

    // Static, since Quarkus makes the resource and the tests get no hold of it.
    private static @Nullable ChatServer server;

    public static ChatServer server() {
        return Objects.requireNonNull(server, "The tests that use the provider name this resource");
    }

    @Override
    public Map<String, String> start() {
        ChatServer started = new ChatServer();
        server = started;
        return Map.of("greenroom.judge.base-url", started.baseUrl(), "greenroom.judge.model", "stand-in");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
