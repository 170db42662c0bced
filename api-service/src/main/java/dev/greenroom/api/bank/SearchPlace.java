package dev.greenroom.api.bank;

import java.math.BigDecimal;
import java.util.Optional;

/** A place in a list that is ordered by rank, the greatest first, and then by id; what a search's cursor holds. */
record SearchPlace(BigDecimal rank, String id) {

    private static final int DIGITS = 20;

    /** A rank is a {@code numeric(9, 6)}; of any other power of ten the database could not make one. */
    private static final int SCALE = 6;

    static Optional<SearchPlace> parse(String text) {
        int space = text.indexOf(' ');
        if (space < 1 || space > DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SearchPlace(new BigDecimal(text.substring(0, space)), text.substring(space + 1)))
                    .filter(place -> place.rank().scale() == SCALE);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return rank.toPlainString() + " " + id;
    }
}
