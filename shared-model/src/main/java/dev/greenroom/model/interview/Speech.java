package dev.greenroom.model.interview;

import java.util.List;

/**
 * How a spoken answer was recognised.
 *
 * @param confidence 0 to 1, as the engine reports it for the whole answer
 */
public record Speech(String engine, double confidence, List<Word> words) {

    public Speech {
        words = List.copyOf(words);
    }

    /**
     * One recognised word.
     *
     * @param startMs offset from the start of the recording, in milliseconds
     * @param endMs offset of its end
     */
    public record Word(String text, long startMs, long endMs, double confidence) {}
}
