package dev.greenroom.localstack;

import java.io.PrintStream;

/** Where the parts of a stack say what they do, each line under the name of its part. */
final class Console {
    static final String STACK = "stack";
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String part, String line) {
        announce("%-10s| %s".formatted(part, line));
    }

    /** A line for the user, under no part's name. */
    void announce(String line) {
        out.println(line);
    }
}
