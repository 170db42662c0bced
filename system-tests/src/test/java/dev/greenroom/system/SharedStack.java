package dev.greenroom.system;

import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import dev.greenroom.localstack.StackBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One stack for all tests of this process that want the same one. It starts before the first of them and stops after the
 * last test of all.
 */
public final class SharedStack implements BeforeAllCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Map<String, String> UNLIMITED = Stream.of(
                    Receiver.ALLOWED, Map.of("GREENROOM_LIMIT_ENABLED", "false", "GREENROOM_GUEST_PER_ADDRESS", "1000"))
            .flatMap(settings -> settings.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String name;
    private final Supplier<StackBuilder> settings;
    private @Nullable Running running;

    private SharedStack(String name, Supplier<StackBuilder> settings) {
        this.name = name;
        this.settings = settings;
    }

    /**
     * As it is shipped, with one worker that prepares no question before it is asked, and with webhooks to this machine
     * allowed; for tests that only use the API and leave it running.
     */
    public static SharedStack asShipped() {
        return new SharedStack(
                "as shipped",
                () -> Stack.builder()
                        .workers(1)
                        .workerEnv(Map.of("GREENROOM_PREPARATION_ENABLED", "false"))
                        .apiEnv(Receiver.ALLOWED));
    }

    /** For campaigns, which stop and kill its parts; each begins with {@link #keepWorkers}. */
    static SharedStack forCampaigns() {
        return new SharedStack("for campaigns", Campaign.current()::stack);
    }

    /** With no limit to how often a client asks, for tests that make their requests from the contract. */
    public static SharedStack forContractTests() {
        return new SharedStack(
                "for contract tests",
                () -> Stack.builder()
                        .workers(1)
                        .env(Map.of("GREENROOM_BANK_TOPICS", "django"))
                        .workerEnv(Map.of("GREENROOM_PREPARATION_ENABLED", "false"))
                        .apiEnv(UNLIMITED));
    }

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
                .computeIfAbsent(name, _ -> new Running(settings.get().start()), Running.class);
    }

    public Stack stack() {
        if (running == null) {
            throw new IllegalStateException("No test runs yet");
        }
        return running.stack();
    }

    /** Makes so many of the workers run, and ready, and all the other parts of the stack. */
    void keepWorkers(int number) {
        stack().postgres().start();
        stack().kafka().start();
        stack().api().start();
        for (int i = 0; i < stack().workers().size(); i++) {
            Part worker = stack().workers().get(i);
            if (i < number) {
                worker.start();
            } else {
                worker.terminate();
            }
        }
        stack().api().awaitReady(PATIENCE);
        stack().workers().stream().limit(number).forEach(worker -> worker.awaitReady(PATIENCE));
    }
}
