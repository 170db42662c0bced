package dev.greenroom.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process known by its pid and by one of its command-line arguments, since pids are used again. */
public record RunningProcess(long pid, String argument) {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(20);

    /** Finds the process only if the argument, word for word, is one of its own. */
    public static Optional<RunningProcess> find(long pid, String argument) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .filter(arguments -> Arrays.asList(arguments).contains(argument))
                .map(_ -> new RunningProcess(pid, argument));
    }

    /** A dead process whose parent never asked for its exit code has no arguments left, so it counts as gone. */
    public boolean isGone() {
        return find(pid, argument).isEmpty();
    }

    /** Sends TERM, or KILL to a process that is still there after the patience; returns when it is gone. */
    public void stop(Duration patience) {
        stop("TERM", patience);
    }

    /** Like {@link #stop(Duration)}, for processes that another signal than TERM asks to stop. */
    public void stop(String politeSignal, Duration patience) {
        signal(pid, politeSignal);
        if (!awaitGone(patience)) {
            signal(pid, "KILL");
            awaitGone(Duration.ofSeconds(5));
        }
    }

    public boolean awaitGone(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isGone()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Sends a signal by its name, such as {@code STOP}; a process that has gone meanwhile is no error. */
    public static void signal(long pid, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops the process in its tracks until it gets {@code CONT}. Returns when none of its threads runs any longer, which is
     * shortly after the signal was sent.
     */
    public static void freeze(long pid) {
        signal(pid, "STOP");
        while (!isFrozen(pid)) {
            pause();
        }
    }

    /** Whether no thread of the process can run; one that has gone has none. */
    static boolean isFrozen(long pid) {
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        try {
            return Files.exists(threads)
                    ? areFrozen(threads)
                    : firstLine("state", pid).matches("[TZ].*|");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean areFrozen(Path threads) throws IOException {
        try (Stream<Path> each = Files.list(threads)) {
            return each.allMatch(thread -> isFrozen(thread.resolve("status")));
        } catch (NoSuchFileException | UncheckedIOException _) {
            return true; // the process ended meanwhile
        }
    }

    private static boolean isFrozen(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.anyMatch(line -> line.matches("State:\\s+[TZX].*"));
        } catch (IOException | UncheckedIOException _) {
            return true; // a thread that ended meanwhile
        }
    }

    /** The memory that the process holds in RAM. */
    public static long residentBytes(long pid) {
        try {
            Path status = Path.of("/proc", Long.toString(pid), "status");
            return 1024 * (Files.exists(status) ? residentKibibytes(status) : residentKibibytesByPs(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long residentKibibytes(Path status) throws IOException {
        List<String> lines = Files.readAllLines(status);
        return lines.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static long residentKibibytesByPs(long pid) throws IOException {
        String line = firstLine("rss", pid);
        return line.isEmpty() ? 0 : Long.parseLong(line);
    }

    /** What {@code ps} says of the process in a column; nothing of one that has gone. */
    private static String firstLine(String column, long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", column + "=", "-p", Long.toString(pid)).start();
        try (var answer = ps.inputReader()) {
            String line = answer.readLine();
            return line == null ? "" : line.strip();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a process", e);
        }
    }
}
