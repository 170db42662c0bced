package dev.greenroom.worker.language;

/** Cuts English endings off words so that forms of one word compare equal; errs on the side of cutting little. */
final class Stem {

    private static final String[] ENDINGS = {
        "ations", "ation", "ingly", "ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s"
    };
    private static final int SHORTEST = 3;

    private Stem() {}

    static String of(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return closed(word.substring(0, word.length() - ending.length()), ending);
            }
        }
        return closed(word, "");
    }

    /** Makes 'query' and 'queries', 'stop' and 'stopped', 'evaluate' and 'evaluating' the same. */
    private static String closed(String stem, String ending) {
        if (ending.equals("ies") || ending.equals("ied")) {
            return stem + "i";
        }
        int last = stem.length() - 1;
        if (last >= SHORTEST && (stem.charAt(last) == 'e' || stem.charAt(last) == stem.charAt(last - 1))) {
            return stem.substring(0, last);
        }
        return stem.charAt(last) == 'y' && last >= 2 ? stem.substring(0, last) + "i" : stem;
    }
}
