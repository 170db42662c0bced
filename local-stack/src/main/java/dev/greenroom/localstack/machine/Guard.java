package dev.greenroom.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends the processes that this JVM started, should the JVM itself die by kill -9.
 *
 * <p>A shell waits at a pipe that only we hold: each line is the list of processes to guard from now on, and the end
 * of the pipe means that we are gone. It works wherever there is a POSIX shell and needs nothing of the guarded ones.
 */
public final class Guard {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while IFS= read -r line; do guarded=$line; done
            [ -n "$guarded" ] || exit 0
            for one in $guarded; do kill -TERM "${one%:*}"; done
            sleep 5
            for one in $guarded; do kill -"${one#*:}" "${one%:*}"; done
            """;

    private static final Guard OF_THIS_JVM = new Guard();

    private final Map<Long, String> lastSignals = new LinkedHashMap<>();
    private @Nullable Process shell;

    private Guard() {}

    public static Guard ofThisJvm() {
        return OF_THIS_JVM;
    }

    /**
     * Guards a process: it gets TERM as soon as we are gone, and the last signal after another 5 s.
     *
     * @param lastSignal {@code KILL} for what may be frozen or deaf; never for a PostgreSQL, which would leave its
     *     children behind
     */
    public synchronized void add(long pid, String lastSignal) {
        lastSignals.put(pid, lastSignal);
        tellShell();
    }

    /** To be called as soon as the process has ended: another one may get its pid. */
    public synchronized void remove(long pid) {
        if (lastSignals.remove(pid) != null) {
            tellShell();
        }
    }

    private void tellShell() {
        try {
            Writer pipe = livingShell().outputWriter();
            pipe.write(lastSignals.entrySet().stream()
                    .map(guarded -> guarded.getKey() + ":" + guarded.getValue())
                    .collect(Collectors.joining(" ", "", "\n")));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The guard against orphaned processes does not listen", e);
        }
    }

    private Process livingShell() throws IOException {
        if (shell == null || !shell.isAlive()) {
            shell = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
        return shell;
    }
}
