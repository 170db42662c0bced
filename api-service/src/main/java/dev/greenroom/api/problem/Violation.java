package dev.greenroom.api.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or {@code #name} for a parameter
 */
public record Violation(String pointer, String detail) {}
