package dev.greenroom.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts a main class on the class path of the tests in a JVM of its own, one that a test can kill. */
final class TestJvm {
    /** Lives for seconds: an optimizing compiler takes more than it gives. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private TestJvm() {}

    static Process start(Class<?> main, String... arguments) throws IOException {
        return start(Map.of(), List.of(), main, arguments);
    }

    static Process start(Map<String, String> environment, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> classPath = List.of("-cp", System.getProperty("java.class.path"), main.getName());
        List<String> command = Stream.of(List.of(java), SHORT_LIVED, options, classPath, List.of(arguments))
                .flatMap(List::stream)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
