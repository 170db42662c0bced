package dev.greenroom.worker.language;

import java.util.Set;

/**
 * What a clause says, as far as it can be told from its words.
 *
 * @param stems of its meaningful words
 */
public record Clause(Negation negation, Set<String> stems) {

    /** The share of all words of two clauses that both must have. */
    private static final double SAME_WORDS = 0.65;

    public Clause {
        stems = Set.copyOf(stems);
    }

    public static Clause of(String text) {
        return new Clause(Negation.of(text), Word.stemsIn(text));
    }

    /** Whether the two have so many words in common that what differs may be their polarity alone. */
    public boolean resembles(Clause other) {
        return shares(other, SAME_WORDS);
    }

    /** Whether both have at least this share of the words that either has. */
    public boolean shares(Clause other, double share) {
        long common = stems.stream().filter(other.stems::contains).count();
        return common >= share * (stems.size() + other.stems.size() - common);
    }

    /**
     * Whether this says the opposite of a clause that it {@link #resembles}. One that denies the opposite says the same.
     *
     * @param closely whether the two are as good as the same, so that a denial left out is no oversight
     */
    public boolean turns(Clause other, boolean closely) {
        boolean denies = negation.denies(other.negation);
        boolean affirms = other.negation.denies(negation);
        return Antonyms.countTurned(other.stems, stems) % 2 == 1 ? !denies && !affirms : denies || (affirms && closely);
    }
}
