package dev.greenroom.worker.judge.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Instructions for a model, in one of their versions; a new version is a new file.
 *
 * @param hash SHA-256 of the text, as {@code sha256:} and 64 hexadecimal digits
 */
public record Template(String text, String hash) {

    /** Reads a file that lies beside this class. */
    public static Template read(String file) {
        try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(file), file)) {
            byte[] text = in.readAllBytes();
            return new Template(new String(text, StandardCharsets.UTF_8), hash(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] text) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
