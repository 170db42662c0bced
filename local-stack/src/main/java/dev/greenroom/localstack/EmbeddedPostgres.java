package dev.greenroom.localstack;

import dev.greenroom.localstack.machine.Guard;
import dev.greenroom.localstack.machine.Ports;
import dev.greenroom.localstack.machine.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL on this machine, reachable by the loopback interface only.
 *
 * <p>It can be stopped and started again on the same data and port. The postmaster of a JVM that was killed is stopped
 * before another one starts on its data.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String USER = "postgres";

    /** Nobody checks it: whoever reaches the loopback interface is trusted. Clients want one all the same. */
    public static final String PASSWORD = "postgres";

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Folder folder;
    private final int port;
    private final Path binaries;
    private io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres server;

    private EmbeddedPostgres(Folder folder, int port, Path binaries) {
        this.folder = folder;
        this.port = port;
        this.binaries = binaries;
    }

    /** A stopped PostgreSQL whose data, binaries and log are in the folder and stay there. */
    public static EmbeddedPostgres on(Path folder, int port) {
        Folder kept = Folder.kept(folder);
        return new EmbeddedPostgres(kept, port, kept.path().resolve("binaries"));
    }

    /** A stopped PostgreSQL on a free port, whose data goes when it is closed. */
    public static EmbeddedPostgres temporary() {
        Path sharedBinaries =
                Path.of(System.getProperty("java.io.tmpdir"), "greenroom-postgres-" + System.getProperty("user.name"));
        return new EmbeddedPostgres(Folder.temporary("greenroom-postgres-data"), Ports.findFree(), sharedBinaries);
    }

    /**
     * Returns when PostgreSQL answers queries; does nothing if it runs already.
     *
     * @throws PartFailed if it does not start
     */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        PartLogs.silence();
        stopOrphan();
        forgetForeignPid();
        try {
            server = startServer();
        } catch (IOException | RuntimeException e) {
            stopOrphan();
            throw new PartFailed(Console.POSTGRES, "did not start", logLines(), e);
        }
        Guard.ofThisJvm().add(pid(), "INT");
    }

    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres startServer() throws IOException {
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(data().toFile())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(port)
                .setPGStartupWait(START_PATIENCE)
                // Whoever owns us stops us, after the services; a hook of its own would run at the same time.
                .setRegisterShutdownHook(false)
                .setOutputRedirector(ProcessBuilder.Redirect.to(log().toFile()))
                .setLocaleConfig("locale", "C.UTF-8")
                // The library turns both off; what a test learns about a crash must hold in production.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "100")
                .setServerConfig("log_checkpoints", "off")
                .start();
    }

    /** Stops at once, as an operator would: open connections are cut, committed data is safe. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        Optional<RunningProcess> postmaster = findPostmaster();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server = null;
        }
        postmaster.ifPresent(process -> {
            process.awaitGone(STOP_PATIENCE);
            Guard.ofThisJvm().remove(process.pid());
        });
    }

    public synchronized boolean isRunning() {
        return server != null;
    }

    /** The pid of the postmaster, for tests that freeze or kill it. */
    public long pid() {
        return findPostmaster()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"))
                .pid();
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        stop();
        folder.deleteIfTemporary();
    }

    /** Stops the PostgreSQL that a killed JVM left running on the folder, if there is one. */
    static void stopOrphanOn(Path folder) {
        on(folder, 0).stopOrphan();
    }

    private void stopOrphan() {
        findPostmaster().ifPresent(orphan -> orphan.stop("INT", STOP_PATIENCE));
    }

    /** PostgreSQL refuses to start while a process of its user has the noted pid, whatever that process is. */
    private void forgetForeignPid() {
        boolean foreign = notedPid()
                .flatMap(ProcessHandle::of)
                .flatMap(process -> process.info().command())
                .filter(command -> !command.contains("postgres"))
                .isPresent();
        if (foreign) {
            try {
                Files.deleteIfExists(pidFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The process whose pid the data folder notes, unless that pid belongs to somebody else by now. */
    private Optional<RunningProcess> findPostmaster() {
        return notedPid().flatMap(pid -> RunningProcess.find(pid, data().toString()));
    }

    private Optional<Long> notedPid() {
        try (Stream<String> lines = Files.lines(pidFile())) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    Path data() {
        return folder.path().resolve("data");
    }

    private List<String> logLines() {
        try {
            return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.path().resolve("postgres.log");
    }
}
