package dev.greenroom.api.access.key;

/** A new key with its text, which is not kept. */
record IssuedKey(ApiKey key, KeyText text) {}
