package dev.greenroom.api.live;

/** Fired when something has happened in interviews and its transaction is over. Observers must be quick. */
public record EventsHeard() {}
