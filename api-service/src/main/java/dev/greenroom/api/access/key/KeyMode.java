package dev.greenroom.api.access.key;

/** What a key starts is for real, or for trying out. */
enum KeyMode {
    LIVE,
    TEST;

    static KeyMode of(boolean sandbox) {
        return sandbox ? TEST : LIVE;
    }
}
