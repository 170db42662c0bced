package dev.greenroom.worker.judge.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.judge.prompt.ReplySchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that a reply has the asked-for shape: every property and no other, every id of the key exactly once, the words of
 * the enums. Whether the server was told a schema makes no difference here.
 */
final class ReplyShape {

    private static final int MOST_QUOTES = 20;
    private static final int MOST_MISTAKES = 50;

    private final List<String> criteria;
    private final List<String> concepts;
    private final Set<String> misconceptions;

    ReplyShape(AnswerKey key) {
        this.criteria = ReplySchema.criterionIds(key);
        this.concepts = ReplySchema.conceptIds(key);
        this.misconceptions = Set.copyOf(ReplySchema.misconceptionIds(key));
    }

    record RawReply(Map<String, Band> levels, Map<String, RawClaim> concepts, List<RawMistake> mistakes) {}

    record RawClaim(ConceptState state, List<String> quotes) {}

    record RawMistake(String id, String quote) {}

    RawReply check(JsonNode reply) {
        requireProperties(reply, "criteria", "concepts", "misconceptions");
        return new RawReply(
                levels(elements(reply, "criteria", criteria.size())),
                claims(elements(reply, "concepts", concepts.size())),
                mistakes(elements(reply, "misconceptions", MOST_MISTAKES)));
    }

    private Map<String, Band> levels(List<JsonNode> nodes) {
        Map<String, Band> levels = new HashMap<>();
        for (JsonNode node : nodes) {
            requireProperties(node, "id", "level");
            levels.put(string(node, "id"), word(node, "level", Band.values()));
        }
        requireExactly(criteria, levels.keySet(), nodes.size(), "criteria");
        return levels;
    }

    private Map<String, RawClaim> claims(List<JsonNode> nodes) {
        Map<String, RawClaim> claims = new HashMap<>();
        for (JsonNode node : nodes) {
            requireProperties(node, "id", "state", "quotes");
            List<String> quotes = new ArrayList<>();
            elements(node, "quotes", MOST_QUOTES).forEach(quote -> quotes.add(text(quote, "a quote")));
            claims.put(string(node, "id"), new RawClaim(word(node, "state", ConceptState.values()), quotes));
        }
        requireExactly(concepts, claims.keySet(), nodes.size(), "concepts");
        return claims;
    }

    private List<RawMistake> mistakes(List<JsonNode> nodes) {
        List<RawMistake> mistakes = new ArrayList<>();
        for (JsonNode node : nodes) {
            requireProperties(node, "id", "quote");
            String id = string(node, "id");
            require(misconceptions.contains(id), "\"misconceptions\" has an id that the material has not");
            mistakes.add(new RawMistake(id, string(node, "quote")));
        }
        return mistakes;
    }

    private static void requireExactly(List<String> ids, Set<String> given, int count, String name) {
        require(
                count == ids.size() && given.equals(new HashSet<>(ids)),
                "\"%s\" has not every id of the material exactly once".formatted(name));
    }

    private static void requireProperties(JsonNode node, String... names) {
        boolean exact = node.isObject()
                && node.size() == names.length
                && Arrays.stream(names).allMatch(node::has);
        require(exact, "there must be objects with the properties %s and no others".formatted(List.of(names)));
    }

    private static List<JsonNode> elements(JsonNode object, String name, int most) {
        JsonNode array = object.get(name);
        require(array.isArray() && array.size() <= most, "\"%s\" is no list, or too long".formatted(name));
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static String string(JsonNode object, String property) {
        return text(object.get(property), property);
    }

    private static String text(JsonNode value, String name) {
        require(value.isTextual(), "%s is no string".formatted(name));
        return value.textValue();
    }

    private static <E extends Enum<E>> E word(JsonNode object, String name, E[] words) {
        String said = string(object, name);
        return Arrays.stream(words)
                .filter(word -> word.name().equals(said))
                .findFirst()
                .orElseThrow(
                        () -> new MalformedReply("\"%s\" must be one of %s".formatted(name, Arrays.toString(words))));
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new MalformedReply(problem);
        }
    }
}
