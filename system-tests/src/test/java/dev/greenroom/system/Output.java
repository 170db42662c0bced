package dev.greenroom.system;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the parts of a stack print, line by line. */
final class Output extends PrintStream {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    Output() {
        super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    @Override
    public void println(String line) {
        lines.add(line);
    }

    /** The lines of the parts whose names begin so, without the name. */
    List<String> of(String part) {
        return lines.stream()
                .filter(line -> line.startsWith(part) && line.contains("| "))
                .map(line -> line.substring(line.indexOf("| ") + 2))
                .toList();
    }
}
