package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.localstack.machine.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A launcher in a JVM of its own, with fake services. */
final class Launcher {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path data;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Launcher(Process process, Path data) {
        this.process = process;
        this.data = data;
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(lines::add));
    }

    static Launcher start(Path jar, Path data, Map<String, String> environment) throws IOException {
        List<String> options = List.of("-Dgreenroom.api.jar=" + jar, "-Dgreenroom.worker.jar=" + jar);
        Process process =
                TestJvm.start(environment, options, LocalStack.class, "--port", "0", "--data", data.toString());
        return new Launcher(process, data);
    }

    Launcher awaitReady() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines).last().asString().startsWith("Greenroom is ready"));
        return this;
    }

    String readyLine() {
        return lines.stream()
                .filter(line -> line.startsWith("Greenroom is ready"))
                .findFirst()
                .orElseThrow();
    }

    /** The guard against orphans is the only shell that the launcher runs. */
    void killWithItsGuard() {
        process.children()
                .filter(child -> child.info().commandLine().orElse("").contains("trap"))
                .forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    int stop(String signal) {
        RunningProcess.signal(process.pid(), signal);
        return exitCode();
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String complaint() {
        return String.join("\n", process.errorReader().lines().toList());
    }

    long pidOf(String part) {
        try {
            return Long.parseLong(
                    Files.readString(data.resolve("pids").resolve(part)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever runs on this data, by its command line. */
    static List<Long> processesOn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }
}
