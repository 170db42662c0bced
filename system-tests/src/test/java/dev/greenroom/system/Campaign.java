package dev.greenroom.system;

import dev.greenroom.localstack.Stack;
import dev.greenroom.localstack.StackBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How hard a campaign tries: in its short form, which CI runs, or in full, behind {@code ./greenroom soak}.
 *
 * @param waiters clients that wait for feedback at once
 * @param quickChecks how many of a hundred health checks have to be quick meanwhile; where other programs run, as in CI,
 *     some may be held up
 */
record Campaign(
        int answers,
        int sessions,
        int clients,
        int kills,
        int outageSeconds,
        int disconnects,
        int waiters,
        int quickChecks) {

    private static final List<String> FEW_QUESTIONS = List.of(
            "django-orm-n-plus-one", "django-orm-lazy-querysets", "django-csrf-protection", "django-orm-migrations");

    private static final Campaign FULL = new Campaign(1_000, 100, 16, 5, 30, 1_000, 500, 95);
    private static final Campaign SHORT = new Campaign(72, 12, 8, 2, 5, 36, 100, 50);

    static Campaign current() {
        return "full".equals(System.getProperty("greenroom.soak")) ? FULL : SHORT;
    }

    boolean isFull() {
        return equals(FULL);
    }

    int answersPerSession() {
        return answers / sessions;
    }

    /**
     * What a session is to be like. In the short form all of them ask the same few questions: what a worker hears of for the
     * first time it has to study, and whoever kills it makes it do so again.
     *
     * @param number of the session, which says what it asks
     */
    Map<String, Object> session(int number, int questions, int maxFollowUps) {
        return isFull()
                ? Map.of("topic", "django", "questionCount", questions, "maxFollowUps", maxFollowUps, "seed", number)
                : Map.of("topic", "django", "questions", few(number, questions), "maxFollowUps", maxFollowUps);
    }

    private static List<String> few(int number, int questions) {
        return IntStream.range(number, number + Math.min(questions, FEW_QUESTIONS.size()))
                .mapToObj(i -> FEW_QUESTIONS.get(i % FEW_QUESTIONS.size()))
                .toList();
    }

    /**
     * A stack as it is shipped, for clients that are busier than people, or for the short form one that offers a third of
     * the questions, prepares none of them and misses the dead sooner.
     */
    StackBuilder stack() {
        StackBuilder stack = Stack.builder()
                .workers(2)
                .apiEnv(Map.of("GREENROOM_LIMIT_WRITES_REQUESTS", "1000000", "GREENROOM_STREAM_HEARTBEAT", "1s"));
        return isFull()
                ? stack
                : stack.env(Map.of("GREENROOM_BANK_TOPICS", "django"))
                        .workerEnv(Map.of(
                                "GREENROOM_LEASE_TTL",
                                "6s",
                                "GREENROOM_LEASE_RENEWAL",
                                "2s",
                                "GREENROOM_PREPARATION_ENABLED",
                                "false"));
    }
}
