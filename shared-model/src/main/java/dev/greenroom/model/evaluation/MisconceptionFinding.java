package dev.greenroom.model.evaluation;

/**
 * Something wrong that the answer says, and what is right.
 *
 * @param start offset of the quote in the answer's text, in UTF-16 code units
 * @param end offset after the quote
 */
public record MisconceptionFinding(String conceptId, String quote, int start, int end, String correction) {}
