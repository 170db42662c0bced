package dev.greenroom.localstack;

import dev.greenroom.localstack.machine.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * PostgreSQL, Kafka, the API and its workers, running together on this machine until it is closed.
 *
 * <p>Closing stops the services first, then Kafka, then PostgreSQL.
 */
public final class Stack implements AutoCloseable {
    private final StackBuilder settings;
    private final DataFolder data;
    private final Console console;
    private final String apiKey;
    private final String otherKey;
    private final String publishableKey;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Apps apps;
    private final Part api;
    private final List<Part> replicas = new CopyOnWriteArrayList<>();
    private final List<Part> workers = new CopyOnWriteArrayList<>();
    private boolean closing;

    Stack(StackBuilder settings, DataFolder data) {
        this.settings = settings;
        this.data = data;
        this.console = new Console(settings.output());
        // What a test key starts never reaches a language model: who brings one wants to see it at work.
        this.apiKey = settings.hasLanguageModel() ? data.liveKey() : data.testKey();
        this.otherKey = settings.hasLanguageModel() ? data.testKey() : data.liveKey();
        this.publishableKey = data.publishableKey();
        KeptPorts ports = data.ports();
        this.postgres = EmbeddedPostgres.on(data.postgres(), ports.portOf("postgres"));
        this.kafka = EmbeddedKafka.on(data.kafka(), ports.portOf("kafka"), ports.portOf("kafka-controller"));
        this.apps = new Apps(settings, data.processMark(), postgres, kafka);
        this.api = part(apps.api(1, settings.requireFreePort(), secretKeys(), publishableKey));
        IntStream.range(0, settings.workers()).forEach(_ -> prepareWorker());
    }

    public static StackBuilder builder() {
        return new StackBuilder();
    }

    void start() {
        CompletableFuture<Void> postgresStart = CompletableFuture.runAsync(this::startPostgres);
        startKafka();
        join(postgresStart);
        start(api);
        api.awaitReady(settings.readyWithin());
        workers.forEach(this::start);
        workers.forEach(worker -> worker.awaitReady(settings.readyWithin()));
        console.announce(
                "Greenroom is ready: http://localhost:%1$d  API key: %2$s  docs: http://localhost:%1$d/q/swagger-ui"
                        .formatted(api.url().getPort(), apiKey));
    }

    private void startPostgres() {
        postgres.start();
        data.notePid(Console.POSTGRES, postgres.pid());
        console.say(Console.POSTGRES, "started, pid " + postgres.pid() + ", port " + postgres.port());
    }

    private void startKafka() {
        kafka.start();
        Topics.createIn(kafka.bootstrapServers());
        console.say(
                Console.KAFKA,
                "started in the launcher, pid " + ProcessHandle.current().pid() + ", port " + kafka.port());
    }

    /** Refuses once the stack is being closed, so that nothing is started behind the back of who stops it all. */
    private synchronized void start(Part part) {
        if (closing) {
            throw new IllegalStateException("The stack is being closed");
        }
        part.start();
    }

    private Part prepareWorker() {
        Part worker = part(apps.worker(workers.size() + 1, Ports.findFree()));
        workers.add(worker);
        return worker;
    }

    private Part part(App app) {
        return new Part(app, data, console, settings.restartOnDeath());
    }

    /** Starts another worker and returns it when it is ready. */
    public Part addWorker() {
        Part worker = prepareWorker();
        start(worker);
        worker.awaitReady(settings.readyWithin());
        return worker;
    }

    /** Starts another replica of the API and returns it when it is ready. */
    public Part addApi() {
        Part replica = part(apps.api(replicas.size() + 2, Ports.findFree(), secretKeys(), publishableKey));
        replicas.add(replica);
        start(replica);
        replica.awaitReady(settings.readyWithin());
        return replica;
    }

    public URI apiUrl() {
        return api.url();
    }

    private List<String> secretKeys() {
        return List.of(apiKey, otherKey);
    }

    /** The key to use: a test key, or a live one where a language model is configured. The API was given both. */
    public String apiKey() {
        return apiKey;
    }

    /** The key with which guests of the same tenant start sessions. */
    public String publishableKey() {
        return publishableKey;
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }

    public String kafkaBootstrap() {
        return kafka.bootstrapServers();
    }

    public Part api() {
        return api;
    }

    public List<Part> workers() {
        return List.copyOf(workers);
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    @Override
    public void close() {
        if (!beginToClose()) {
            return;
        }
        long begin = System.nanoTime();
        console.say(Console.STACK, "stopping");
        // Closed from right to left.
        try (data;
                postgres;
                kafka) {
            stopServices(Part.STOP_PATIENCE);
        }
        console.say(
                Console.STACK,
                "stopped after " + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
    }

    /** The services stop at the same time and share the patience. */
    private void stopServices(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<Part> services =
                Stream.of(workers, replicas, List.of(api)).flatMap(List::stream).toList();
        services.forEach(Part::askToStop);
        services.forEach(service -> service.awaitStopped(Duration.ofNanos(end - System.nanoTime())));
    }

    synchronized boolean isClosing() {
        return closing;
    }

    private synchronized boolean beginToClose() {
        boolean first = !closing;
        closing = true;
        return first;
    }

    private static void join(CompletableFuture<Void> start) {
        try {
            start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException trouble ? trouble : e;
        }
    }
}
