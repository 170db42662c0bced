package dev.greenroom.worker.judge.followup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.worker.followup.Probing;
import dev.greenroom.worker.judge.prompt.Fenced;
import dev.greenroom.worker.judge.prompt.Prompt;
import dev.greenroom.worker.judge.prompt.Template;
import dev.greenroom.worker.language.TracedText;
import java.util.random.RandomGenerator;

/** Tells the model which question to phrase anew; neither the model answer nor a concept is in it, so it can't leak them. */
final class PhrasingPrompt {

    private static final String CURATED = "{{question}}";
    private static final String SCHEMA = """
        {"type": "object", "additionalProperties": false, "required": ["quote", "question"],
         "properties": {"quote": {"type": "string"}, "question": {"type": "string"}}}\
        """;

    private final Template template = Template.read("follow-up-prompt-1.txt");
    private final RandomGenerator random;

    PhrasingPrompt(RandomGenerator random) {
        this.random = random;
    }

    Prompt write(Probing probing) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("answer", TracedText.plain(probing.answer()).toString());
        return new Prompt(
                template.text().replace(CURATED, probing.curated()),
                Fenced.data(data, random),
                SCHEMA,
                template.hash());
    }
}
