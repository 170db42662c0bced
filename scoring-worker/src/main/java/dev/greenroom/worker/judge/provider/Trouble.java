package dev.greenroom.worker.judge.provider;

/** Why a call brought no usable reply. */
public enum Trouble {
    TIMEOUT(true, true),
    UNREACHABLE(true, true),
    RATE_LIMITED(true, true),
    SERVER_ERROR(true, true),
    /** Our request, key or model name is refused: the operator has to look. */
    REJECTED(false, true),
    /** The model won't judge this answer. */
    REFUSED(false, false),
    /** What came is no chat completion, or too large. */
    UNREADABLE(true, true),
    CIRCUIT_OPEN(false, true),
    BUSY(false, true),
    /** The answer has had all the calls and time that it may have. */
    ALLOWANCE_SPENT(false, false),
    /** The tenant's tokens for today are spent. */
    BUDGET_SPENT(false, true),
    /** Nobody could say how many tokens are left. */
    BUDGET_UNKNOWN(false, true),
    /** The model's replies can't be used, not even at the second try. */
    MALFORMED(false, false);

    private final boolean worthRetrying;
    private final boolean passes;

    Trouble(boolean worthRetrying, boolean passes) {
        this.worthRetrying = worthRetrying;
        this.passes = passes;
    }

    /** Whether the same call may succeed at once. */
    boolean worthRetrying() {
        return worthRetrying;
    }

    /** Whether another try, later, may well go better. */
    public boolean passes() {
        return passes;
    }

    /** Whether it tells that the provider is unwell. */
    boolean ofTheProvider() {
        return worthRetrying;
    }
}
