package dev.greenroom.api.access.key;

/** SECRET belongs on a server; PUBLISHABLE may stand in an app for everybody to read, and only starts guest sessions. */
enum KeyKind {
    SECRET,
    PUBLISHABLE;

    static final String BRAND = "gr_";

    String prefix(boolean sandbox) {
        return switch (this) {
            case SECRET -> BRAND + (sandbox ? "test_" : "live_");
            case PUBLISHABLE -> BRAND + "pub_";
        };
    }
}
