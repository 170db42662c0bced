package dev.greenroom.api.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Questions as an author sends them: the example of the OpenAPI document, changed in what a test is about. */
final class Drafts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode question;

    private Drafts(ObjectNode question) {
        this.question = question;
    }

    /** A right one, of an id that no other test uses. */
    static Drafts aDraft() {
        try {
            ObjectNode question = (ObjectNode) JSON.readTree(AuthoringExamples.QUESTION);
            return new Drafts(question.put("id", "own-" + UUID.randomUUID()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Drafts with(String field, String value) {
        question.put(field, value);
        return this;
    }

    Drafts without(String field) {
        question.remove(field);
        return this;
    }

    /** Asks the follow-up of this number about another concept. */
    Drafts probing(int followUp, String concept) {
        ((ObjectNode) question.at("/followUps/%d/when".formatted(followUp))).put("concept", concept);
        return this;
    }

    Drafts ratedBy(String rubric) {
        ((ObjectNode) question.path("rubric")).put("id", rubric);
        return this;
    }

    Drafts weighing(String criterion, double weight) {
        ((ObjectNode) question.path("rubric")).putObject("weights").put(criterion, weight);
        return this;
    }

    /** With its first concept once more. */
    Drafts withAConceptTwice() {
        ArrayNode concepts = (ArrayNode) question.path("concepts");
        concepts.add(concepts.get(0).deepCopy());
        return this;
    }

    String id() {
        return question.path("id").asText();
    }

    ObjectNode tree() {
        return question;
    }

    String json() {
        return question.toString();
    }
}
