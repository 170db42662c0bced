package dev.greenroom.api.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor where the next page starts; absent on the last one
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page that {@code rows} make, which were read with one row more than asked for, to see whether there are more. */
    public static <R, T> Page<T> of(
            List<R> rows, int limit, Function<? super R, T> view, Function<? super R, String> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(view).toList(), more ? Cursor.encode(cursor.apply(shown.getLast())) : null);
    }

    /** A list that always fits one page. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
