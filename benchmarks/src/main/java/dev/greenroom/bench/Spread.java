package dev.greenroom.bench;

import java.util.ArrayList;
import java.util.List;

/** Samples of long lists. */
public final class Spread {

    private Spread() {}

    /** So many of them, spread evenly, in their order; all where there are no more. */
    public static <T> List<T> some(List<T> all, int number) {
        List<T> some = new ArrayList<>();
        int most = Math.min(number, all.size());
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * all.size() / most)));
        }
        return some;
    }
}
