package dev.greenroom.model.evaluation;

/**
 * Words of the answer that show something.
 *
 * @param start offset of the first UTF-16 code unit of the quote in the answer's text
 * @param end offset after the last one; {@code text.substring(start, end)} equals {@code quote}
 */
public record Evidence(String quote, int start, int end) {

    public Evidence {
        if (start < 0 || end - start != quote.length() || quote.isEmpty()) {
            throw new IllegalArgumentException("Offsets %d to %d don't fit the quote".formatted(start, end));
        }
    }

    /** The evidence between two offsets of a text. */
    public static Evidence in(String text, int start, int end) {
        return new Evidence(text.substring(start, end), start, end);
    }
}
