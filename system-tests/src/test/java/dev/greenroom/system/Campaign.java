package dev.greenroom.system;

/** How hard a campaign tries: in its short form, which CI runs, or in full, behind {@code ./greenroom soak}. */
record Campaign(int answers, int sessions, int clients, int kills, int outageSeconds) {

    static Campaign current() {
        return "full".equals(System.getProperty("greenroom.soak"))
                ? new Campaign(1_000, 100, 16, 5, 30)
                : new Campaign(120, 12, 8, 2, 5);
    }

    int answersPerSession() {
        return answers / sessions;
    }
}
