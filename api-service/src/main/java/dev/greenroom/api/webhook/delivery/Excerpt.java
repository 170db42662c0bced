package dev.greenroom.api.webhook.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;

/** Reads the beginning of a response and hangs up on the rest, which could be endless. */
final class Excerpt {

    static final int CHARACTERS = 500;

    private static final int BYTES = 4 * CHARACTERS;

    private final HttpClientResponse response;
    private final Buffer read = Buffer.buffer();
    private final Promise<String> done = Promise.promise();

    private Excerpt(HttpClientResponse response) {
        this.response = response;
    }

    /** Completes with the text; a body that breaks off counts as far as it came. */
    static Future<String> of(HttpClientResponse response) {
        Excerpt excerpt = new Excerpt(response);
        response.handler(excerpt::add);
        response.exceptionHandler(_ -> excerpt.end());
        response.endHandler(_ -> excerpt.end());
        return excerpt.done.future();
    }

    private void add(Buffer chunk) {
        read.appendBuffer(chunk, 0, Math.min(chunk.length(), BYTES - read.length()));
        if (read.length() == BYTES && done.tryComplete(text())) {
            response.request().reset();
        }
    }

    private void end() {
        done.tryComplete(text());
    }

    /** Without the NUL characters that no text column takes. */
    private String text() {
        String text = read.toString(StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(CHARACTERS, text.codePointCount(0, text.length()))));
    }
}
