package dev.greenroom.worker.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The word pieces of a text, without the model's markers at its ends. */
final class Pieces {

    private static final String CONTINUATION = "##";

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

    static Pieces joined(List<Pieces> parts) {
        return new Pieces(
                parts.stream().flatMapToLong(part -> LongStream.of(part.ids)).toArray(),
                parts.stream().flatMap(part -> Stream.of(part.texts)).toArray(String[]::new),
                parts.stream().flatMapToInt(part -> Arrays.stream(part.starts)).toArray(),
                parts.stream().flatMapToInt(part -> Arrays.stream(part.ends)).toArray());
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

    /** Whether a piece goes on with the word of the piece before it. */
    boolean continues(int index) {
        return texts[index].startsWith(CONTINUATION);
    }

    /** The pieces from one index to before another. */
    Pieces range(int from, int to) {
        return new Pieces(
                Arrays.copyOfRange(ids, from, to),
                Arrays.copyOfRange(texts, from, to),
                Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(ends, from, to));
    }

    /** The same pieces, each standing where all of some others stand. */
    Pieces inPlaceOf(Pieces others) {
        int[] start = new int[size()];
        int[] end = new int[size()];
        Arrays.fill(start, others.start(0));
        Arrays.fill(end, others.end(others.size() - 1));
        return new Pieces(ids, texts, start, end);
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
