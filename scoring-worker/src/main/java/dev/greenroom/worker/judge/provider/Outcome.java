package dev.greenroom.worker.judge.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What comes of a call to the provider. */
public sealed interface Outcome {

    /**
     * The model's reply.
     *
     * @param model as the server names it
     * @param complete whether the model said all that it wanted to
     */
    record Answered(String text, String model, int promptTokens, int completionTokens, boolean complete)
            implements Outcome {

        /** The text stays out of logs. */
        @Override
        public String toString() {
            return "Answered[%d characters by %s]".formatted(text.length(), model);
        }
    }

    /**
     * No reply.
     *
     * @param retryAfter how long the server asks us to wait; null when it doesn't say
     */
    record Failed(Trouble trouble, @Nullable Duration retryAfter) implements Outcome {

        public static Failed of(Trouble trouble) {
            return new Failed(trouble, null);
        }
    }
}
