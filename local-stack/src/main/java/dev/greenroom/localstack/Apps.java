package dev.greenroom.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the command lines and environments of the services of one stack. */
final class Apps {
    private static final List<String> FRUGAL = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=64m",
            // Gives back to the system what native code no longer uses, every two seconds.
            "-XX:TrimNativeHeapInterval=2000",
            "-XX:+ExitOnOutOfMemoryError");

    private final StackBuilder settings;
    private final String processMark;
    private final Map<String, String> connections;

    Apps(StackBuilder settings, String processMark, EmbeddedPostgres postgres, EmbeddedKafka kafka) {
        this.settings = settings;
        this.processMark = processMark;
        this.connections = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                EmbeddedPostgres.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                EmbeddedPostgres.PASSWORD,
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers());
    }

    /** The first is just the API; further replicas have numbers. */
    App api(int number, int port, List<String> secretKeys, String publishableKey) {
        Map<String, String> environment = environment(settings.host(), port);
        environment.put("GREENROOM_BOOTSTRAP_API_KEY", String.join(",", secretKeys));
        environment.put("GREENROOM_BOOTSTRAP_PUBLISHABLE_KEY", publishableKey);
        // Its native code asks for little, and never on many threads at once.
        environment.put("MALLOC_ARENA_MAX", "1");
        environment.putAll(settings.apiEnv());
        List<String> options = options(
                environment,
                "GREENROOM_API_JAVA_OPTS",
                "-Xmx64m",
                // It waits for the database most of the time, which isn't worth the memory that the optimizing compiler
                // takes for itself and for the code that it looks at.
                "-XX:TieredStopAtLevel=1");
        String name = number == 1 ? "api" : "api-" + number;
        return new App(name, command(options, settings.apiJar()), environment, url(port));
    }

    App worker(int number, int port) {
        String name = "worker-" + number;
        Map<String, String> environment = environment("127.0.0.1", port);
        environment.put("GREENROOM_WORKER_NAME", name);
        environment.putAll(settings.workerEnv());
        List<String> options = options(
                environment,
                "GREENROOM_WORKER_JAVA_OPTS",
                "-Xmx288m",
                // Each answer leaves half a megabyte of vectors and cosines behind: the larger the nursery, the fewer
                // collections.
                "-Xmn128m",
                // The encoder would soon ask for the same memory again.
                "-XX:TrimNativeHeapInterval=30000",
                "--enable-native-access=ALL-UNNAMED");
        return new App(name, command(options, settings.workerJar()), environment, url(port));
    }

    private Map<String, String> environment(String host, int port) {
        Map<String, String> environment = new HashMap<>(connections);
        // glibc keeps an arena of its own for nearly each thread otherwise, and so tens of megabytes that nobody uses.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_HTTP_HOST", host);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // An open event stream must not hold up Ctrl-C for longer than we wait for a service.
        environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "5s");
        environment.putAll(settings.env());
        return environment;
    }

    /** The user's own options come last, since the last of two that contradict each other counts. */
    private static List<String> options(Map<String, String> environment, String ownOptions, String... options) {
        String own = environment.getOrDefault(ownOptions, System.getenv().getOrDefault(ownOptions, ""));
        return Stream.of(FRUGAL, List.of(options), List.of(own.split("\\s+", -1)))
                .flatMap(List::stream)
                .filter(option -> !option.isEmpty())
                .toList();
    }

    private List<String> command(List<String> options, Path jar) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(processMark);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
