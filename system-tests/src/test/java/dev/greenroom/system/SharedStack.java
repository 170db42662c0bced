package dev.greenroom.system;

import dev.greenroom.localstack.Stack;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One stack as it is shipped, with one worker and webhooks to this machine allowed, for all tests that only use the API
 * and leave it running. It starts before the first of them and stops after the last test of all.
 */
public final class SharedStack implements BeforeAllCallback {

    private @Nullable Running running;

    private record Running(Stack stack) implements AutoCloseable {

        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(SharedStack.class))
                .computeIfAbsent(Stack.class, _ -> new Running(start()), Running.class);
    }

    private static Stack start() {
        return Stack.builder()
                .workers(1)
                .apiEnv(Map.of(
                        "GREENROOM_WEBHOOK_TARGET_ALLOW", "127.0.0.1", "GREENROOM_WEBHOOK_TARGET_ALLOW_HTTP", "true"))
                .start();
    }

    public Stack stack() {
        if (running == null) {
            throw new IllegalStateException("No test runs yet");
        }
        return running.stack();
    }
}
