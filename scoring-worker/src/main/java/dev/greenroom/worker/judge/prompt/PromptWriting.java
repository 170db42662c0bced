package dev.greenroom.worker.judge.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.OpinionRequest.EarlierTurn;
import dev.greenroom.worker.language.TracedText;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes prompts. Nothing of what a candidate said gets into the instructions: it goes into the other message, as a JSON
 * string between two lines with a code that the candidate can't know.
 */
public final class PromptWriting {

    private static final String MATERIAL = "{{material}}";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectWriter PRETTY = new JsonMapper().writerWithDefaultPrettyPrinter();

    private final Template template = Template.read("judge-prompt-2.txt");
    private final RandomGenerator random;

    public PromptWriting(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Writes the prompt.
     *
     * @param asked the question in the words in which this candidate was asked it; null where those are the key's
     * @param answer what of the candidate's answer the judge is to see
     */
    public Prompt write(AnswerKey key, List<EarlierTurn> thread, @Nullable String asked, String answer) {
        return new Prompt(
                template.text().replace(MATERIAL, json(material(key))),
                data(thread, asked, answer),
                ReplySchema.of(key),
                template.hash());
    }

    private String data(List<EarlierTurn> thread, @Nullable String asked, String answer) {
        ObjectNode data = JSON.objectNode();
        ArrayNode earlier = data.putArray("thread");
        for (EarlierTurn turn : thread) {
            earlier.addObject()
                    .put("asked", TracedText.plain(turn.prompt()).toString())
                    .put("said", TracedText.plain(turn.answer()).toString());
        }
        if (asked != null) {
            data.put("asked", TracedText.plain(asked).toString());
        }
        data.put("answer", TracedText.plain(answer).toString());
        return Fenced.data(data, random);
    }

    private static ObjectNode material(AnswerKey key) {
        ObjectNode material = JSON.objectNode().put("question", key.prompt());
        ArrayNode criteria = material.putArray("criteria");
        key.rubric().criteria().forEach(criterion -> criteria.add(criterion(criterion)));
        ArrayNode concepts = material.putArray("concepts");
        key.concepts().forEach(concept -> concepts.add(concept(concept)));
        material.put("modelAnswer", key.modelAnswer());
        return material;
    }

    private static ObjectNode criterion(Rubric.Criterion criterion) {
        ObjectNode node = JSON.objectNode()
                .put("id", criterion.id())
                .put("label", criterion.label())
                .put("description", criterion.description());
        ObjectNode levels = node.putObject("levels");
        for (Band band : Band.values()) {
            String anchor = criterion.anchors().get(band.name());
            if (anchor != null) {
                levels.put(band.name(), anchor);
            }
        }
        return node;
    }

    private static ObjectNode concept(Concept concept) {
        ObjectNode node = JSON.objectNode().put("id", concept.id()).put("statement", concept.statement());
        ArrayNode paraphrases = node.putArray("alsoSaidAs");
        concept.paraphrases().forEach(paraphrases::add);
        ArrayNode misconceptions = node.putArray("misconceptions");
        for (int i = 0; i < concept.misconceptions().size(); i++) {
            misconceptions
                    .addObject()
                    .put("id", ReplySchema.misconception(concept, i))
                    .put("statement", concept.misconceptions().get(i).statement());
        }
        return node;
    }

    private static String json(ObjectNode node) {
        try {
            return PRETTY.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
