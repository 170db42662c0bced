package dev.greenroom.api.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How event streams are kept. */
@ConfigMapping(prefix = "greenroom.stream")
interface StreamSettings {

    /** How long a stream may be silent before it sends a comment, so that proxies and phones keep it open. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a client may take to accept what it is sent; a slower one is cut off and may resume. */
    @WithDefault("30s")
    Duration writePatience();

    /** How long a stream lasts; a client that comes back shows its credential anew. */
    @WithDefault("15m")
    Duration longest();

    /** When a client should come back that has lost its stream; half of it up to one and a half times. */
    @WithDefault("2s")
    Duration retry();

    /** How often the table is asked for events of which the topic has not told, in one statement for all streams. */
    @WithDefault("15s")
    Duration lookEvery();

    /** How many streams one replica keeps; who comes after them is sent away. */
    @WithDefault("1000")
    int atOnce();

    /** How many streams of one session a replica keeps; one more ends the oldest, which often has no client any more. */
    @WithDefault("8")
    int perSession();

    /** How many streams of a replica read the table at once. */
    @WithDefault("4")
    int readers();
}
