package dev.greenroom.worker.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of word pieces that the model reads at once. Windows overlap; each piece belongs to the one in which it has
 * more of its neighbours around it.
 *
 * @param from the first piece that is read
 * @param to after the last piece that is read
 * @param ownFrom the first piece that belongs to this window
 * @param ownTo after the last piece that belongs to this window
 */
record Window(int from, int to, int ownFrom, int ownTo) {

    static final int WIDTH = 510;
    private static final int OVERLAP = 128;

    /** Windows whose own pieces are all the pieces, each once and in order; one even for no pieces. */
    static List<Window> over(int pieces) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        int ownFrom = 0;
        while (from + WIDTH < pieces) {
            int next = Math.min(from + WIDTH - OVERLAP, pieces - WIDTH);
            int ownTo = (next + from + WIDTH) / 2;
            windows.add(new Window(from, from + WIDTH, ownFrom, ownTo));
            from = next;
            ownFrom = ownTo;
        }
        windows.add(new Window(from, pieces, ownFrom, pieces));
        return windows;
    }
}
