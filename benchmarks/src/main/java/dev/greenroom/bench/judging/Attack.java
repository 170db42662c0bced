package dev.greenroom.bench.judging;

/**
 * An answer that wants more than it deserves.
 *
 * @param bare the same answer without the attempt
 */
record Attack(String family, Subject subject, String bare, String text) {}
