package dev.greenroom.relay;

/** Kafka did not take a message. */
final class Unpublished extends Exception {

    private static final long serialVersionUID = 1L;

    Unpublished(Throwable cause) {
        super(cause);
    }
}
