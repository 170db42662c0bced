package dev.greenroom.api.stream;

import java.util.Locale;

/** Why a stream ended, for operators. */
enum Ending {
    /** The session is over and all its answers have their feedback. */
    OVER,
    /** The client went away, or its connection broke. */
    LEFT,
    /** The client did not take what it was sent. */
    SLOW,
    /** The session got one stream too many. */
    REPLACED,
    /** It had lasted as long as streams may. */
    AGED,
    /** The service stops. */
    STOPPING;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
