package dev.greenroom.localstack;

import dev.greenroom.localstack.machine.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a stack keeps between two runs, taken by one launcher at a time. */
final class DataFolder implements AutoCloseable {
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(10);

    private final Folder folder;
    private final FileChannel lockFile;

    private DataFolder(Folder folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder and stops the processes that a killed launcher left on it.
     *
     * @throws StackRefused if another launcher has it
     */
    static DataFolder take(Folder folder) {
        DataFolder data = new DataFolder(folder, lock(folder));
        data.stopOrphans();
        return data;
    }

    private static FileChannel lock(Folder folder) {
        try {
            FileChannel file = FileChannel.open(
                    folder.path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(file)) {
                file.close();
                throw new StackRefused("Another launcher runs on " + folder.path()
                        + ": stop it, or choose another folder with --data");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** The argument by which a process shows that it was started for this folder. */
    String processMark() {
        return "-Dgreenroom.data=" + folder.path();
    }

    /** Deletes what earlier runs left, and nothing else that somebody may keep in the same folder. */
    void clear() {
        List.of("api-key", "kafka", "live-key", "pids", "ports.properties", "postgres", "publishable-key")
                .forEach(name -> Folder.deleteTree(folder.path().resolve(name)));
    }

    Path kafka() {
        return folder.path().resolve("kafka");
    }

    Path postgres() {
        return folder.path().resolve("postgres");
    }

    String testKey() {
        return ApiKey.keptIn(folder.path().resolve("api-key"), ApiKey.TEST);
    }

    String liveKey() {
        return ApiKey.keptIn(folder.path().resolve("live-key"), ApiKey.LIVE);
    }

    String publishableKey() {
        return ApiKey.keptIn(folder.path().resolve("publishable-key"), ApiKey.PUBLISHABLE);
    }

    KeptPorts ports() {
        return new KeptPorts(folder.path().resolve("ports.properties"));
    }

    void notePid(String part, long pid) {
        try {
            Files.createDirectories(pids());
            Files.writeString(pids().resolve(part), pid + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetPid(String part) {
        try {
            Files.deleteIfExists(pids().resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pids() {
        return folder.path().resolve("pids");
    }

    private void stopOrphans() {
        try (Stream<Path> parts = Files.exists(pids()) ? Files.list(pids()) : Stream.empty()) {
            parts.map(DataFolder::notedPid)
                    .flatMap(pid -> RunningProcess.find(pid, processMark()).stream())
                    .forEach(orphan -> orphan.stop(ORPHAN_PATIENCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EmbeddedPostgres.stopOrphanOn(postgres());
    }

    private static long notedPid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.deleteIfTemporary();
    }
}
