package dev.greenroom.localstack;

/** A stack that cannot begin to start; the message says in one line what the user has to change. */
public final class StackRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    StackRefused(String message) {
        super(message);
    }
}
