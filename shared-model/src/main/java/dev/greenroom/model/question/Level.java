package dev.greenroom.model.question;

/** How much experience a question is meant for. */
public enum Level {
    JUNIOR(1),
    MID(2),
    SENIOR(3);

    private final int rank;

    Level(int rank) {
        this.rank = rank;
    }

    /** How many levels lie between the two. */
    public int distanceTo(Level other) {
        return Math.abs(rank - other.rank);
    }
}
