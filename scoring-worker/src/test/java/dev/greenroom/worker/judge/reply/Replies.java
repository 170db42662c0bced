package dev.greenroom.worker.judge.reply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.worker.assessment.AnswerKey;
import java.util.Arrays;

/** Replies of a model to one answer key, as it would write them; as it stands, that nothing is there. */
public final class Replies {

    private final ObjectNode reply = JsonNodeFactory.instance.objectNode();

    private Replies(AnswerKey key) {
        ArrayNode criteria = reply.putArray("criteria");
        key.rubric().criteria().forEach(criterion -> criteria.addObject().put("id", criterion.id()));
        ArrayNode concepts = reply.putArray("concepts");
        key.concepts().forEach(concept -> concepts.addObject().put("id", concept.id()));
        reply.putArray("misconceptions");
        level(Band.NO_EVIDENCE);
        key.concepts().forEach(concept -> concept(concept.id(), ConceptState.MISSED));
    }

    public static Replies to(AnswerKey key) {
        return new Replies(key);
    }

    /** The same level by all criteria. */
    public Replies level(Band level) {
        reply.get("criteria").forEach(criterion -> ((ObjectNode) criterion).put("level", level.name()));
        return this;
    }

    public Replies level(String criterion, Band level) {
        element("criteria", criterion).put("level", level.name());
        return this;
    }

    public Replies concept(String id, ConceptState state, String... quotes) {
        ObjectNode concept = element("concepts", id).put("state", state.name());
        ArrayNode array = concept.putArray("quotes");
        Arrays.stream(quotes).forEach(array::add);
        return this;
    }

    public Replies misconception(String id, String quote) {
        ((ArrayNode) reply.get("misconceptions")).addObject().put("id", id).put("quote", quote);
        return this;
    }

    private ObjectNode element(String array, String id) {
        for (var element : reply.get(array)) {
            if (element.get("id").textValue().equals(id)) {
                return (ObjectNode) element;
            }
        }
        throw new IllegalArgumentException(id);
    }

    ObjectNode tree() {
        return reply.deepCopy();
    }

    @Override
    public String toString() {
        return reply.toString();
    }
}
