package dev.greenroom.worker.language;

/**
 * A stretch of a text that is taken for a sentence.
 *
 * @param start offset of its first UTF-16 code unit, never a blank
 * @param end offset after its last one
 * @param complete false for a piece of something too long to be one sentence
 */
public record Sentence(int start, int end, boolean complete) {

    public Sentence {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("No sentence from %d to %d".formatted(start, end));
        }
    }

    /** The words of this sentence in the text that it was found in. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
