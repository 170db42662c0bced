package dev.greenroom.worker.judge.provider;

import dev.greenroom.worker.judge.prompt.Prompt;

/** A model that answers one prompt with one reply and remembers nothing. */
public interface Chat {

    /** Blocks until there is an outcome; never throws. */
    Outcome ask(Prompt prompt, int sample, Allowance allowance);
}
