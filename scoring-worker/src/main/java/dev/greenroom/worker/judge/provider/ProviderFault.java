package dev.greenroom.worker.judge.provider;

/** Carries an outcome through the client library, which knows only exceptions. */
final class ProviderFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Outcome.Failed outcome;

    ProviderFault(Outcome.Failed outcome) {
        super(outcome.trouble().name(), null, false, false);
        this.outcome = outcome;
    }

    Outcome.Failed outcome() {
        return outcome;
    }
}
