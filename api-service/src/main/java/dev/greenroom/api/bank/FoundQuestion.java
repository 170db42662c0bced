package dev.greenroom.api.bank;

import java.math.BigDecimal;

/**
 * A question that a search found.
 *
 * @param rank how well it fits; the best has the greatest
 */
record FoundQuestion(QuestionEntry entry, BigDecimal rank) {

    SearchPlace place() {
        return new SearchPlace(rank, entry.ref().id());
    }
}
