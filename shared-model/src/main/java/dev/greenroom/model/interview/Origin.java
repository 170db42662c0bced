package dev.greenroom.model.interview;

/**
 * What a session was started by.
 *
 * @param guest a publishable key, on behalf of somebody whom the tenant does not know
 * @param sandbox a test key: no language model ever sees the answers, so that the same answers get the same feedback
 */
public record Origin(boolean guest, boolean sandbox) {

    public static final Origin LIVE_KEY = new Origin(false, false);
}
