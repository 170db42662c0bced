package dev.greenroom.worker.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words of which one says the opposite of the other, as stems. An encoder puts them next to each other, since they stand
 * in the same sentences.
 */
public final class Antonyms {

    private static final Map<String, Set<String>> OPPOSITES = new HashMap<>();

    static {
        for (String pair : List.of(
                "always never",
                "all none",
                "every no",
                "more less",
                "more fewer",
                "most least",
                "most fewest",
                "increase decrease",
                "increase reduce",
                "grow shrink",
                "raise lower",
                "fast slow",
                "faster slower",
                "fastest slowest",
                "quick slow",
                "quickly slowly",
                "before after",
                "first last",
                "earlier later",
                "early late",
                "same different",
                "identical different",
                "equal different",
                "mutable immutable",
                "lazy eager",
                "lazily eagerly",
                "synchronous asynchronous",
                "sync async",
                "blocking nonblocking",
                "public private",
                "true false",
                "minimum maximum",
                "min max",
                "minimal maximal",
                "high low",
                "higher lower",
                "highest lowest",
                "large small",
                "larger smaller",
                "big small",
                "bigger smaller",
                "long short",
                "longer shorter",
                "allow prevent",
                "allow forbid",
                "permit forbid",
                "enable disable",
                "open close",
                "opened closed",
                "lock unlock",
                "static dynamic",
                "statically dynamically",
                "stateless stateful",
                "safe unsafe",
                "secure insecure",
                "valid invalid",
                "visible invisible",
                "add remove",
                "insert delete",
                "create destroy",
                "include exclude",
                "accept reject",
                "push pop",
                "ascending descending",
                "horizontal vertical",
                "inner outer",
                "inside outside",
                "internal external",
                "best worst",
                "better worse",
                "good bad",
                "simple complex",
                "easy hard",
                "easy difficult",
                "cheap expensive",
                "success failure",
                "succeed fail",
                "with without",
                "can cannot",
                "left right",
                "begin end",
                "start stop",
                "start end",
                "positive negative",
                "connected disconnected",
                "possible impossible",
                "necessary unnecessary",
                "required optional",
                "explicit implicit",
                "explicitly implicitly",
                "strong weak",
                "ordered unordered",
                "sorted unsorted",
                "linear nonlinear",
                "unique duplicate",
                "local global",
                "local remote",
                "absolute relative",
                "front back",
                "top bottom",
                "above below",
                "parent child",
                "forward backward",
                "independent dependent",
                "independently dependently",
                "direct indirect",
                "directly indirectly",
                "efficient inefficient",
                "reliable unreliable",
                "empty full",
                "new old",
                "persistent transient",
                "permanent temporary",
                "present absent",
                "separate joint",
                "known unknown",
                "dense sparse",
                "vulnerable protected",
                "encrypted plaintext")) {
            String[] words = pair.split(" ");
            put(Stem.of(words[0]), Stem.of(words[1]));
            put(Stem.of(words[1]), Stem.of(words[0]));
        }
    }

    private Antonyms() {}

    private static void put(String stem, String opposite) {
        OPPOSITES.computeIfAbsent(stem, _ -> new HashSet<>()).add(opposite);
    }

    /**
     * How many words of one sentence stand as their opposites in another one and not as themselves.
     *
     * @param stems the stems of the one
     * @param others the stems of the other
     */
    public static long countTurned(Set<String> stems, Set<String> others) {
        return stems.stream()
                .filter(stem -> !others.contains(stem))
                .filter(stem -> OPPOSITES.getOrDefault(stem, Set.of()).stream()
                        .anyMatch(opposite -> others.contains(opposite) && !stems.contains(opposite)))
                .count();
    }
}
