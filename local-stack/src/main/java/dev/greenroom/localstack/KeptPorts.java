package dev.greenroom.localstack;

import dev.greenroom.localstack.machine.Ports;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The ports of parts, the same at each start on the same data unless somebody else took one meanwhile. */
final class KeptPorts {
    private final Path file;

    KeptPorts(Path file) {
        this.file = file;
    }

    int portOf(String part) {
        Properties kept = read();
        String port = kept.getProperty(part);
        if (port != null && Ports.isFree(Integer.parseInt(port))) {
            return Integer.parseInt(port);
        }
        int other = Ports.findFree();
        kept.setProperty(part, Integer.toString(other));
        write(kept);
        return other;
    }

    private Properties read() {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kept;
    }

    private void write(Properties kept) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            kept.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
