package dev.greenroom.worker.encoder;

/** The word pieces of a text, without the model's markers at its ends. */
final class Pieces {

    private final long[] ids;
    private final String[] texts;
    private final int[] starts;
    private final int[] ends;

    Pieces(long[] ids, String[] texts, int[] starts, int[] ends) {
        this.ids = ids;
        this.texts = texts;
        this.starts = starts;
        this.ends = ends;
    }

    int size() {
        return ids.length;
    }

    String piece(int index) {
        return texts[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    /** The ids from one index to before another between two markers. */
    long[] between(long opening, int from, int to, long closing) {
        long[] marked = new long[to - from + 2];
        marked[0] = opening;
        System.arraycopy(ids, from, marked, 1, to - from);
        marked[marked.length - 1] = closing;
        return marked;
    }
}
