package dev.greenroom.api.operation;

/**
 * How much is waiting, in all tenants together.
 *
 * @param waiting answers that a worker could take now
 * @param retrying answers whose next try is later
 * @param scoring answers that a worker holds
 * @param failed answers that were given up
 * @param unreadable messages that no worker could read
 * @param oldestSeconds since when the oldest answer that no worker holds has been waiting
 */
record Backlog(
        double waiting, double retrying, double scoring, double failed, double unreadable, double oldestSeconds) {

    /** Not zero: an alert must not be content because nobody can look. */
    static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
