package dev.greenroom.api.web;

import dev.greenroom.model.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** A style sheet of ours that a page holds within itself. */
public record Stylesheet(String text) {

    /** Reads one from {@code /web} on the class path. */
    public static Stylesheet load(String name) {
        try (InputStream content = Stylesheet.class.getResourceAsStream("/web/" + name)) {
            return new Stylesheet(
                    new String(Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Content-Security-Policy of a page that holds this style and nothing else: no script, no request, no frame. */
    public String policy() {
        return "default-src 'none'; style-src '" + hash() + "'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'";
    }

    private String hash() {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
