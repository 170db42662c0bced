package dev.greenroom.worker.judge.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Keys;
import dev.greenroom.worker.judge.prompt.PromptWriting;
import dev.greenroom.worker.judge.reply.ReplyReading.Read;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No malformed reply is accepted and none crashes, as judged by a validator that shares no code with ours. */
class ReplyFuzzTest {

    private static final String ANSWER = "Chaining filters sends nothing, and a loop over the QuerySet runs the query.";
    private static final AnswerKey KEY = Keys.key("django-orm-lazy-querysets");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(new PromptWriting(new Random(1))
                    .write(KEY, List.of(), null, ANSWER)
                    .schema());

    private final ReplyReading reading = new ReplyReading(KEY, new QuoteSearch(ANSWER, ANSWER));

    private static ObjectNode valid() {
        return Replies.to(KEY)
                .level(Band.SOLID)
                .concept(KEY.concepts().get(0).id(), ConceptState.COVERED, "Chaining filters sends nothing")
                .concept(KEY.concepts().get(1).id(), ConceptState.PARTIAL, "a loop over the QuerySet")
                .misconception(KEY.concepts().get(1).id() + "#1", "runs the query")
                .tree();
    }

    /** The ways in which a reply can be broken; each breaks it whatever the number that it is given. */
    private static final Map<String, Function<Random, String>> FAULTS = Map.ofEntries(
            fault("truncated", random -> {
                String text = valid().toString();
                return text.substring(0, random.nextInt(text.length()));
            }),
            fault(
                    "not a number",
                    random -> valid().toString()
                            .replaceFirst("\"SOLID\"", oneOf(random, "NaN", "Infinity", "-NaN", "1e999", "0x1f"))),
            fault(
                    "extra criterion",
                    random -> broken(tree -> {
                        ((ArrayNode) tree.get("criteria"))
                                .addObject()
                                .put("id", "charm" + random.nextInt(9))
                                .put("level", "STRONG");
                        return tree;
                    })),
            fault(
                    "extra concept",
                    random -> broken(tree -> {
                        ObjectNode extra = ((ArrayNode) tree.get("concepts"))
                                .addObject()
                                .put("id", "c" + random.nextInt())
                                .put("state", "COVERED");
                        extra.putArray("quotes");
                        return tree;
                    })),
            fault(
                    "repeated",
                    random -> broken(tree -> {
                        ArrayNode array = (ArrayNode) tree.get(oneOf(random, "criteria", "concepts"));
                        array.add(array.get(random.nextInt(array.size())).deepCopy());
                        return tree;
                    })),
            fault(
                    "missing",
                    random -> broken(tree -> {
                        ArrayNode array = (ArrayNode) tree.get(oneOf(random, "criteria", "concepts"));
                        array.remove(random.nextInt(array.size()));
                        return tree;
                    })),
            fault(
                    "no property",
                    random -> broken(tree -> {
                        ObjectNode object = any(tree, random);
                        object.remove(oneOf(random, names(object).toArray(String[]::new)));
                        return tree;
                    })),
            fault(
                    "extra property",
                    random -> broken(tree -> {
                        any(tree, random).put(oneOf(random, "score", "__proto__", "", "total"), 100);
                        return tree;
                    })),
            fault(
                    "wrong type",
                    random -> broken(tree -> {
                        ObjectNode object = any(tree, random);
                        JsonNode value = List.of(
                                        MAPPER.createObjectNode(),
                                        MAPPER.getNodeFactory().numberNode(random.nextLong()),
                                        MAPPER.getNodeFactory().nullNode(),
                                        MAPPER.getNodeFactory().booleanNode(true))
                                .get(random.nextInt(4));
                        object.set(oneOf(random, names(object).toArray(String[]::new)), value);
                        return tree;
                    })),
            fault(
                    "other level",
                    random -> valid().toString()
                            .replaceFirst(
                                    "\"SOLID\"",
                                    oneOf(random, "\"solid\"", "\"PERFECT\"", "\"\"", "\"100\"", "\"SOLID \""))),
            fault(
                    "other state",
                    random -> valid().toString()
                            .replaceFirst("\"COVERED\"", oneOf(random, "\"covered\"", "\"FULL\"", "\"\"", "\"YES\""))),
            fault(
                    "unknown misconception",
                    random -> valid().toString().replaceFirst("#1\"", "#" + (50 + random.nextInt(99)) + "\"")),
            fault(
                    "duplicate key",
                    random -> "{\"criteria\":[]," + valid().toString().substring(1)),
            fault("huge", random -> "{\"criteria\":\"" + "x".repeat(100_000 + random.nextInt(900_000)) + "\"}"),
            fault("deep", random -> "[".repeat(2_000 + random.nextInt(50_000))),
            fault("html", random -> "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1>" + valid() + "</body></html>"),
            fault(
                    "prose",
                    random -> oneOf(
                                    random,
                                    "I'm sorry, but I can't help with that.",
                                    "",
                                    " ",
                                    "null",
                                    "true",
                                    "42",
                                    "\"STRONG\"",
                                    "[]",
                                    "{}",
                                    "Here it is: ")
                            + oneOf(random, "", "\n")),
            fault("trailing", random -> valid() + oneOf(random, "}", ",", "{}", " I hope that helps!", "\u0000")),
            fault("single quotes", random -> valid().toString().replace('"', '\'')),
            fault("noise", random -> {
                byte[] bytes = new byte[1 + random.nextInt(500)];
                random.nextBytes(bytes);
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }));

    private static Map.Entry<String, Function<Random, String>> fault(String name, Function<Random, String> make) {
        return Map.entry(name, make);
    }

    private static String broken(UnaryOperator<ObjectNode> change) {
        return change.apply(valid()).toString();
    }

    private static String oneOf(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode any(ObjectNode tree, Random random) {
        List<ObjectNode> objects = new ArrayList<>(List.of(tree));
        tree.forEach(array -> array.forEach(element -> objects.add((ObjectNode) element)));
        return objects.get(random.nextInt(objects.size()));
    }

    @Provide
    Arbitrary<String> malformed() {
        return Arbitraries.of(FAULTS.values())
                .flatMap(fault -> Arbitraries.longs().map(seed -> fault.apply(new Random(seed))));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void acceptsNoMalformedReply(@ForAll("malformed") String reply) {
        assertThat(reading.read(reply)).isInstanceOf(Read.Malformed.class);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void acceptsExactlyWhatAnotherValidatorAccepts(@ForAll long seed) {
        // given
        String reply = mutated(new Random(seed));

        // when
        Read read = reading.read(reply);

        // then
        assertThat(read instanceof Read.Sound).as(reply).isEqualTo(fitsTheSchema(reply));
    }

    /** A valid reply with a few characters changed, left out or doubled; some stay valid. */
    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(valid().toString());
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, text.charAt(at));
            }
        }
        return text.toString();
    }

    private static boolean fitsTheSchema(String reply) {
        try {
            JsonNode tree = MAPPER.readTree(reply);
            return SCHEMA.validate(tree).isEmpty()
                    && ids(tree.get("criteria")).size()
                            == KEY.rubric().criteria().size()
                    && tree.get("criteria").size() == KEY.rubric().criteria().size()
                    && ids(tree.get("concepts")).size() == KEY.concepts().size()
                    && tree.get("concepts").size() == KEY.concepts().size();
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private static Set<String> ids(JsonNode array) {
        Set<String> ids = new HashSet<>();
        array.forEach(element -> ids.add(element.get("id").textValue()));
        return ids;
    }
}
