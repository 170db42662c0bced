package dev.greenroom.api.webhook.delivery;

/** What came back from an endpoint. */
sealed interface Reply {

    /**
     * It answered.
     *
     * @param excerpt the first characters of the body
     */
    record Answered(int status, String excerpt) implements Reply {

        private static final int GONE = 410;

        boolean isGone() {
            return status == GONE;
        }
    }

    /** It did not answer, or not in time, or must not be asked. */
    record Unanswered(String why) implements Reply {}

    /** Whether the endpoint has taken the delivery: any status of success, and none of redirection. */
    default boolean isTaken() {
        return this instanceof Answered answered && answered.status() >= 200 && answered.status() < 300;
    }
}
