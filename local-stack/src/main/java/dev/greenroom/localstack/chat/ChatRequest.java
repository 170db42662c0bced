package dev.greenroom.localstack.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * What a judge or a writer of follow-ups is asked, as the product's prompts put it.
 *
 * @param system the instructions, with the question's material at their end
 * @param data what the candidate said
 */
record ChatRequest(String model, String system, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MATERIAL = "The material:\n";
    private static final int FEWEST_WORDS = 3;
    private static final int QUOTED_WORDS = 6;
    private static final int ROUGHLY_A_TOKEN = 4;

    static ChatRequest of(JsonNode body) {
        JsonNode messages = body.path("messages");
        String user = messages.path(1).path("content").textValue();
        return new ChatRequest(
                body.path("model").textValue(),
                messages.path(0).path("content").textValue(),
                parse(user.lines().skip(1).findFirst().orElseThrow()));
    }

    /** Whether it is about a follow-up rather than about a verdict. */
    boolean wantsWords() {
        return !system.contains(MATERIAL);
    }

    /** Every criterion half met; the first concept half made, if there is anything to quote, the others missed. */
    String verdict() {
        JsonNode material = parse(system.substring(system.indexOf(MATERIAL) + MATERIAL.length()));
        ObjectNode verdict = JSON.createObjectNode();
        ArrayNode criteria = verdict.putArray("criteria");
        for (JsonNode criterion : material.path("criteria")) {
            criteria.addObject().put("level", "PARTIAL").set("id", criterion.path("id"));
        }
        ArrayNode concepts = verdict.putArray("concepts");
        for (JsonNode concept : material.path("concepts")) {
            boolean quoted = concepts.isEmpty() && quote().split(" ").length >= FEWEST_WORDS;
            ObjectNode found = concepts.addObject().put("state", quoted ? "PARTIAL" : "MISSED");
            found.set("id", concept.path("id"));
            ArrayNode quotes = found.putArray("quotes");
            if (quoted) {
                quotes.add(quote());
            }
        }
        verdict.putArray("misconceptions");
        return verdict.toString();
    }

    String words() {
        return JSON.createObjectNode()
                .put("quote", quote())
                .put("question", "You say “%s”: how would you show that?".formatted(quote()))
                .toString();
    }

    /** The first words of the answer. */
    private String quote() {
        String answer = data.path("answer").textValue().strip();
        String[] words = answer.split(" +");
        return String.join(" ", Arrays.copyOf(words, Math.min(words.length, QUOTED_WORDS)));
    }

    /** A reply of the model in the shape that the public API documents. */
    JsonNode completion(String content) {
        ObjectNode body = JSON.createObjectNode()
                .put("id", "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT")
                .put("object", "chat.completion")
                .put("created", 1_741_569_952)
                .put("model", model);
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", content)
                .putNull("refusal");
        choice.putNull("logprobs");
        int prompt = (system.length() + data.toString().length()) / ROUGHLY_A_TOKEN;
        int completion = content.length() / ROUGHLY_A_TOKEN;
        body.putObject("usage")
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
        return body;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no prompt of the product", e);
        }
    }
}
