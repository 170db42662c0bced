package dev.greenroom.localstack;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a {@link Stack} in the foreground until Ctrl-C or SIGTERM. */
@Command(
        name = "greenroom up",
        description = "Starts PostgreSQL, Kafka, the API and its workers; Ctrl-C stops them all.",
        mixinStandardHelpOptions = true)
public final class LocalStack implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int REFUSED = CommandLine.ExitCode.USAGE;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The port of the API; 0 takes a free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The interface on which the API listens (${DEFAULT-VALUE}).")
    private String host = "";

    @Option(
            names = "--data",
            defaultValue = "${sys:greenroom.default-data:-.greenroom}",
            paramLabel = "DIR",
            description = "Where data is kept between runs (${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Option(names = "--fresh", description = "Delete what earlier runs kept there first.")
    private boolean fresh;

    @Option(
            names = "--workers",
            defaultValue = "1",
            description = "How many scoring workers to run (${DEFAULT-VALUE}).")
    private int workers;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private LocalStack() {}

    static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Its execution returns the exit code of a stack that does not come up, and does not return from one that does. */
    static CommandLine commandLine() {
        return new CommandLine(new LocalStack())
                .setParameterExceptionHandler((trouble, _) -> tell(trouble.getCommandLine(), trouble, REFUSED))
                .setExecutionExceptionHandler((trouble, commandLine, _) -> explain(commandLine, trouble));
    }

    private static int explain(CommandLine commandLine, Exception trouble) throws Exception {
        return switch (trouble) {
            case StackRefused refused -> tell(commandLine, refused, REFUSED);
            case PartFailed failed -> tell(commandLine, failed, FAILED);
            default -> throw trouble;
        };
    }

    private static int tell(CommandLine commandLine, Exception trouble, int exitCode) {
        commandLine.getErr().println(trouble.getMessage());
        return exitCode;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireInRange("--port", port, 65_535);
        requireInRange("--workers", workers, 64);
        Stack stack = Stack.builder()
                .data(data)
                .fresh(fresh)
                .host(host)
                .port(port)
                .workers(workers)
                .build();
        ConsoleLog log = ConsoleLog.install(new Console(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, log), "stop"));
        start(stack);
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private static void start(Stack stack) {
        try {
            stack.start();
        } catch (RuntimeException e) {
            // Whoever stops a stack that is still starting wants to hear of no trouble.
            if (!stack.isClosing()) {
                throw e;
            }
        }
    }

    /** Runs as the JVM ends: Kafka's clients and server complain while their other ends go away, as they should. */
    private static void stop(Stack stack, ConsoleLog log) {
        log.mute();
        stack.close();
    }

    private void requireInRange(String option, int value, int highest) {
        if (value < 0 || value > highest) {
            throw new ParameterException(
                    spec.commandLine(), "%s must be between 0 and %d, not %d".formatted(option, highest, value));
        }
    }
}
