package dev.greenroom.model.evaluation;

/** A score in words. */
public enum Band {
    STRONG(85),
    SOLID(70),
    PARTIAL(45),
    WEAK(20),
    NO_EVIDENCE(0);

    private final int from;

    Band(int from) {
        this.from = from;
    }

    /** The lowest score of this band. */
    public int from() {
        return from;
    }

    /** The band of a score from 0 to 100. */
    public static Band of(int score) {
        for (Band band : values()) {
            if (score >= band.from) {
                return band;
            }
        }
        throw new IllegalArgumentException("No band for a score of " + score);
    }
}
