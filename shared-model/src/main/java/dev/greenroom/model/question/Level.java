package dev.greenroom.model.question;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How much experience a question is meant for. */
public enum Level {
    JUNIOR(1),
    MID(2),
    SENIOR(3);

    private final int rank;

    Level(int rank) {
        this.rank = rank;
    }

    /** The next level up; the highest stays. */
    public Level harder() {
        return this == JUNIOR ? MID : SENIOR;
    }

    /** The next level down; the lowest stays. */
    public Level easier() {
        return this == SENIOR ? MID : JUNIOR;
    }

    /** All levels, this one first, and the easier one of two that are as near. */
    public List<Level> nearestFirst() {
        return Arrays.stream(values())
                .sorted(Comparator.comparingInt(this::distanceTo).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** How many levels lie between the two. */
    public int distanceTo(Level other) {
        return Math.abs(rank - other.rank);
    }
}
