package dev.greenroom.worker.matching;

import dev.greenroom.worker.language.WordOrder;

/** How an answer is put, apart from what it says. */
public record Manner(WordOrder order, Focus focus) {

    /** Whether it is made of sentences that are about its question; nothing else can make a point in full. */
    public boolean explains() {
        return order == WordOrder.PROSE && !focus.lost();
    }
}
