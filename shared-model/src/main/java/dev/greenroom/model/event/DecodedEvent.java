package dev.greenroom.model.event;

/** What the codec made of a message. */
public sealed interface DecodedEvent {

    record Understood(EventEnvelope event) implements DecodedEvent {}

    /** Kept for people to look at: the message is from another world, or from a newer version of this one. */
    record Unreadable(String reason) implements DecodedEvent {}
}
