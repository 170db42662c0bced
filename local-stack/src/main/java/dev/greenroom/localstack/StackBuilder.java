package dev.greenroom.localstack;

import dev.greenroom.localstack.machine.Ports;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a {@link Stack} should be like; as it stands, one API and one worker on temporary data and a free port. */
public final class StackBuilder {
    private @Nullable Path data;
    private boolean fresh;
    private String host = "127.0.0.1";
    private int port;
    private int workers = 1;
    private Map<String, String> env = Map.of();
    private Map<String, String> apiEnv = Map.of();
    private Map<String, String> workerEnv = Map.of();
    private @Nullable Path apiJar;
    private @Nullable Path workerJar;
    private boolean restartOnDeath = true;
    private Duration readyWithin = Duration.ofMinutes(1);
    private PrintStream output = System.out;

    StackBuilder() {}

    /** Keeps what the stack writes in this folder, for the next one that is started on it. */
    public StackBuilder data(Path folder) {
        this.data = folder;
        return this;
    }

    /** Deletes first what earlier stacks kept in the folder. */
    public StackBuilder fresh(boolean fresh) {
        this.fresh = fresh;
        return this;
    }

    /** The interface on which the API listens; the other parts keep to the loopback one. */
    public StackBuilder host(String host) {
        this.host = host;
        return this;
    }

    /** The port of the API; 0 takes a free one. */
    public StackBuilder port(int port) {
        this.port = port;
        return this;
    }

    public StackBuilder workers(int number) {
        this.workers = number;
        return this;
    }

    /** Environment variables for the API and for the workers. */
    public StackBuilder env(Map<String, String> env) {
        this.env = Map.copyOf(env);
        return this;
    }

    public StackBuilder apiEnv(Map<String, String> env) {
        this.apiEnv = Map.copyOf(env);
        return this;
    }

    public StackBuilder workerEnv(Map<String, String> env) {
        this.workerEnv = Map.copyOf(env);
        return this;
    }

    /** The API's runnable jar; the system property {@code greenroom.api.jar} names it otherwise. */
    public StackBuilder apiJar(Path jar) {
        this.apiJar = jar;
        return this;
    }

    /** The worker's runnable jar; the system property {@code greenroom.worker.jar} names it otherwise. */
    public StackBuilder workerJar(Path jar) {
        this.workerJar = jar;
        return this;
    }

    /** Whether services that die are started again, as they are unless this says no. */
    public StackBuilder restartOnDeath(boolean restart) {
        this.restartOnDeath = restart;
        return this;
    }

    /** How long each service may take until it is ready: a minute unless this says more. */
    public StackBuilder readyWithin(Duration patience) {
        this.readyWithin = patience;
        return this;
    }

    /** Where the parts' output goes, line by line. */
    public StackBuilder output(PrintStream output) {
        this.output = output;
        return this;
    }

    /**
     * Returns when the API and all workers are ready.
     *
     * @throws StackRefused if a jar is missing, the port is taken or another stack runs on the same data
     * @throws PartFailed if a service can't come up; nothing of the stack is left running
     */
    public Stack start() {
        Stack stack = build();
        try {
            stack.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** A stack of which nothing runs yet, for who must be able to close it while it starts. */
    Stack build() {
        DataFolder taken = DataFolder.take(data == null ? Folder.temporary("greenroom") : Folder.kept(data));
        try {
            if (fresh) {
                taken.clear();
            }
            return new Stack(this, taken);
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    String host() {
        return host;
    }

    int requireFreePort() {
        if (port == 0) {
            return Ports.findFree();
        }
        if (!Ports.isFree(port)) {
            throw new StackRefused("Port " + port + " is taken by another program: choose another with --port");
        }
        return port;
    }

    int workers() {
        return workers;
    }

    Map<String, String> env() {
        return env;
    }

    Map<String, String> apiEnv() {
        return apiEnv;
    }

    Map<String, String> workerEnv() {
        return workerEnv;
    }

    /** Whether the workers will find a language model named, in what they were given or in the launcher's environment. */
    boolean hasLanguageModel() {
        return Stream.of(workerEnv, env, System.getenv())
                .anyMatch(environment -> Stream.of("GREENROOM_LLM_BASE_URL", "GREENROOM_JUDGE_BASE_URL")
                        .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty()));
    }

    Path apiJar() {
        return requireJar(apiJar, "greenroom.api.jar");
    }

    Path workerJar() {
        return requireJar(workerJar, "greenroom.worker.jar");
    }

    private static Path requireJar(@Nullable Path given, String property) {
        Path jar = given == null ? Path.of(System.getProperty(property, "not-given")) : given;
        if (!Files.exists(jar)) {
            throw new StackRefused("There is no jar at " + jar + ": build it, and name it by -D" + property);
        }
        return jar;
    }

    boolean restartOnDeath() {
        return restartOnDeath;
    }

    Duration readyWithin() {
        return readyWithin;
    }

    PrintStream output() {
        return output;
    }
}
