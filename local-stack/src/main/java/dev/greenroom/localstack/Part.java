package dev.greenroom.localstack;

import dev.greenroom.localstack.machine.Guard;
import dev.greenroom.localstack.machine.RunningProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The API or a worker as a process of its own, which a test may kill, freeze and start again.
 *
 * <p>A supervised part that dies is started again after a gap that grows from 1 to 10 s while it keeps dying.
 */
public final class Part {
    // Processes are ended by their handles: Process.destroy() would close the pipe of their last words, too.

    private static final int LAST_LINES = 20;
    private static final int DEATHS_TO_GIVE_UP = 3;
    private static final long LONGEST_GAP_SECONDS = 10;
    private static final Duration LONG_LIFE = Duration.ofSeconds(30);
    static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

    private final App app;
    private final DataFolder data;
    private final Console console;
    private final boolean supervised;
    private final Deque<String> lastLines = new ArrayDeque<>();

    private @Nullable Process process;
    private @Nullable Process killed;
    private boolean wanted;
    private int deathsInARow;
    private long launchedAt;

    Part(App app, DataFolder data, Console console, boolean supervised) {
        this.app = app;
        this.data = data;
        this.console = console;
        this.supervised = supervised;
    }

    public String name() {
        return app.name();
    }

    public URI url() {
        return app.url();
    }

    /** Starts the process and returns at once; does nothing if it runs already. */
    public synchronized void start() {
        wanted = true;
        deathsInARow = 0;
        launch();
    }

    private void launch() {
        if (isRunning()) {
            return;
        }
        try {
            Process launched = app.launch();
            process = launched;
            launchedAt = System.nanoTime();
            Guard.ofThisJvm().add(launched.pid(), "KILL");
            data.notePid(name(), launched.pid());
            console.say(name(), "started, pid " + launched.pid());
            Thread.ofPlatform().name("follow-" + name()).daemon().start(() -> follow(launched));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void follow(Process followed) {
        try (BufferedReader output = followed.inputReader()) {
            output.lines().forEach(this::relay);
        } catch (IOException | UncheckedIOException e) {
            console.say(name(), "its output can't be read any more: " + e.getMessage());
        }
        ended(awaitEnd(followed));
    }

    /** Not by {@link Process#onExit}, which waits for a thread of the common pool, and others may occupy that. */
    private static Process awaitEnd(Process followed) {
        while (true) {
            try {
                followed.waitFor();
                return followed;
            } catch (InterruptedException _) {
                // nobody interrupts this thread, and it has nothing else to do
            }
        }
    }

    private void relay(String line) {
        synchronized (lastLines) {
            if (lastLines.size() == LAST_LINES) {
                lastLines.removeFirst();
            }
            lastLines.addLast(line);
        }
        console.say(name(), line);
    }

    private synchronized void ended(Process dead) {
        Guard.ofThisJvm().remove(dead.pid());
        data.forgetPid(name());
        deathsInARow = deathsInARow(dead);
        if (wanted && supervised) {
            long gap = Math.min(LONGEST_GAP_SECONDS, 1L << Math.max(0, deathsInARow - 1));
            console.say(name(), "ended with code " + dead.exitValue() + ", starts again in " + gap + " s");
            CompletableFuture.delayedExecutor(
                            gap, TimeUnit.SECONDS, Thread.ofPlatform().daemon()::start)
                    .execute(this::startAgain);
        } else {
            console.say(name(), "ended with code " + dead.exitValue());
        }
    }

    /** A part that was killed on purpose has not failed, and one that lived long has failed for the first time. */
    private int deathsInARow(Process dead) {
        if (dead.equals(killed)) {
            return 0;
        }
        return System.nanoTime() - launchedAt > LONG_LIFE.toNanos() ? 1 : deathsInARow + 1;
    }

    private synchronized void startAgain() {
        try {
            if (wanted) {
                launch();
            }
        } catch (UncheckedIOException e) {
            console.say(name(), "can't be started again: " + e.getMessage());
        }
    }

    /**
     * Returns when the part says that it is ready.
     *
     * @throws PartFailed if it is not ready in time, or dies for the third time (the first time if nobody supervises)
     */
    public void awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!app.isReady()) {
            if (hasGivenUp()) {
                throw new PartFailed(name(), "keeps dying", lastLines());
            }
            if (System.nanoTime() > end) {
                throw new PartFailed(name(), "is not ready after " + patience.toSeconds() + " s", lastLines());
            }
            pause();
        }
    }

    public boolean isReady() {
        return app.isReady();
    }

    private synchronized boolean hasGivenUp() {
        return deathsInARow >= (supervised ? DEATHS_TO_GIVE_UP : 1);
    }

    /** Kills the process as a crash of its machine would; returns when it is dead. It is started again if supervised. */
    public void kill9() {
        Process victim = markKilled();
        victim.toHandle().destroyForcibly();
        await(victim, STOP_PATIENCE);
    }

    private synchronized Process markKilled() {
        Process victim = current();
        killed = victim;
        return victim;
    }

    /** Asks the process to shut down, kills it if it has not done so after 10 s, and doesn't start it again. */
    public void terminate() {
        askToStop();
        awaitStopped(STOP_PATIENCE);
    }

    /** Sends TERM and returns at once; the part isn't started again. */
    synchronized void askToStop() {
        wanted = false;
        if (isRunning()) {
            current().toHandle().destroy();
        }
    }

    /** Returns when the process is gone, which has to be killed for that if it outlasts the patience. */
    void awaitStopped(Duration patience) {
        Process stopping = find();
        if (stopping != null && !await(stopping, patience)) {
            console.say(name(), "did not stop in time, is killed");
            stopping.toHandle().destroyForcibly();
            await(stopping, STOP_PATIENCE);
        }
    }

    /** Stops the process in its tracks, as a long pause of its machine would, until it is thawed; returns when it stands still. */
    public void freeze() {
        RunningProcess.freeze(pid());
    }

    public void thaw() {
        RunningProcess.signal(pid(), "CONT");
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return current().pid();
    }

    /** The memory that the process holds in RAM. */
    public long residentBytes() {
        return RunningProcess.residentBytes(pid());
    }

    /** The last 20 lines that the part wrote, the oldest first. */
    public List<String> lastLines() {
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }

    private synchronized @Nullable Process find() {
        return process;
    }

    private Process current() {
        Process found = find();
        if (found == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return found;
    }

    private static boolean await(Process ending, Duration patience) {
        try {
            return ending.waitFor(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a part to stop", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a part to get ready", e);
        }
    }
}
