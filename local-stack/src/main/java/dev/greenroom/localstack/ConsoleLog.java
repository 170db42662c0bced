package dev.greenroom.localstack;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what the parts inside the launcher's own JVM log, under the name of the part. */
final class ConsoleLog extends Handler {
    private final Console console;
    private final SimpleFormatter formatter = new SimpleFormatter();
    private volatile boolean muted;

    private ConsoleLog(Console console) {
        this.console = console;
    }

    /** Takes over all that is logged in this JVM. */
    static ConsoleLog install(Console console) {
        PartLogs.silence();
        ConsoleLog log = new ConsoleLog(console);
        Logger root = Logger.getLogger("");
        Stream.of(root.getHandlers()).forEach(root::removeHandler);
        root.addHandler(log);
        return log;
    }

    void mute() {
        muted = true;
    }

    @Override
    public void publish(LogRecord line) {
        if (!muted && isLoggable(line)) {
            String part = partOf(line.getLoggerName());
            console.say(part, line.getLevel() + " " + formatter.formatMessage(line));
            stackTrace(line.getThrown()).forEach(frame -> console.say(part, frame));
        }
    }

    private static String partOf(@Nullable String logger) {
        if (logger == null) {
            return Console.STACK;
        }
        return logger.startsWith("io.zonky") || logger.startsWith("org.postgresql") ? Console.POSTGRES : Console.KAFKA;
    }

    private static Stream<String> stackTrace(@Nullable Throwable thrown) {
        if (thrown == null) {
            return Stream.empty();
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString().lines();
    }

    @Override
    public void flush() {
        // The console keeps nothing back.
    }

    @Override
    public void close() {
        muted = true;
    }
}
