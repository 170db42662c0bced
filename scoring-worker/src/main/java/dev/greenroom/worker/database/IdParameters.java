package dev.greenroom.worker.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.Query;

/**
 * Ids in an HQL query, a parameter each. Hibernate translates a query with a list for a parameter anew at each call, and
 * one like this once for each number of parameters: 2, 4, 8 and so on, of which the last ones repeat the last id. A single
 * parameter behind {@code in} would be taken for a list.
 */
public final class IdParameters {

    private static final int FEWEST = 2;

    private final List<UUID> ids;

    private IdParameters(List<UUID> ids) {
        this.ids = ids;
    }

    /** Takes one id at least. */
    public static IdParameters of(Collection<UUID> ids) {
        List<UUID> padded = new ArrayList<>(ids);
        while (padded.size() < FEWEST || Integer.bitCount(padded.size()) > 1) {
            padded.add(padded.getLast());
        }
        return new IdParameters(padded);
    }

    /** Gives the query the ids for its parameters, and the query back. */
    public <T> Query<T> bind(Query<T> query) {
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter(name(i), ids.get(i));
        }
        return query;
    }

    private static String name(int index) {
        return "id" + index;
    }

    /** Spells out in an HQL query what it says {@code in :ids} for. */
    public String spellOut(String query) {
        String names =
                IntStream.range(0, ids.size()).mapToObj(i -> ":" + name(i)).collect(Collectors.joining(", ", "(", ")"));
        return query.replace(":ids", names);
    }
}
