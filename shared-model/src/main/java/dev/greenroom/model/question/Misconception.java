package dev.greenroom.model.question;

/**
 * Something wrong that people say about a concept.
 *
 * @param statement the wrong claim as a candidate would put it
 * @param correction what to tell that candidate
 */
public record Misconception(String statement, String correction) {}
