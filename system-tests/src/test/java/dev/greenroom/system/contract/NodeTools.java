package dev.greenroom.system.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The tools that npm brings into a folder with a {@code package.json}, in the versions of its lockfile. */
final class NodeTools {

    private final Path folder;

    private NodeTools(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs what the lockfile names, if that is not there yet. Where Node.js or the registry is out of reach, the
     * calling test is skipped, or failed if the variable CI is set.
     */
    static NodeTools in(Path folder) {
        NodeTools tools = new NodeTools(folder);
        if (!isThere()) {
            giveUp("This check needs Node.js 20 or newer with npm on the PATH.");
        }
        tools.install();
        return tools;
    }

    private static void giveUp(String reason) {
        if (System.getenv("CI") != null) {
            throw new AssertionError(reason);
        }
        System.err.println("Skipped: " + reason);
        Assumptions.abort(reason);
    }

    private static boolean isThere() {
        try {
            return Command.run(Path.of("."), Map.of(), "npm", "--version").exitCode() == 0;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private void install() {
        try {
            Path installed = folder.resolve("node_modules/.package-lock.json");
            Path asked = folder.resolve("package-lock.json");
            if (Files.notExists(installed)
                    || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(asked)) < 0) {
                Command.Output output = Command.run(folder, Map.of(), "npm", "ci", "--loglevel=error");
                if (output.exitCode() != 0) {
                    giveUp("npm cannot install the tools of " + folder + ":\n" + output.text());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command of one of the packages in the folder. */
    Command.Output run(String command, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(folder.resolve("node_modules/.bin")
                .resolve(command)
                .toAbsolutePath()
                .toString());
        line.addAll(List.of(arguments));
        return Command.run(folder, Map.of(), line.toArray(String[]::new));
    }
}
