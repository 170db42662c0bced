package dev.greenroom.api.outbox;

/** Fired inside a transaction that wrote to the outbox; the relay wakes once it has committed. */
public record OutboxWritten() {}
