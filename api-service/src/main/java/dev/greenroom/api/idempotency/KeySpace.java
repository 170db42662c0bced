package dev.greenroom.api.idempotency;

/** Keeps the keys of those apart who must not meet. */
public interface KeySpace {

    /** What to put before a key of the present caller: empty, or something with a space, which no key has. */
    String prefix();
}
