package dev.greenroom.worker.judge.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets the JSON out of a reply. */
final class ReplyText {

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 10;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST)
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What models wrap their JSON in although asked not to: their reasoning, a Markdown fence. */
    private static final Pattern REASONING = Pattern.compile("^\\s*<think>.*?</think>", Pattern.DOTALL);

    private static final Pattern FENCED =
            Pattern.compile("^\\s*```(?:json)?\\s*\\n(.*)\\n\\s*```\\s*$", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private ReplyText() {}

    static JsonNode json(String reply) {
        if (reply.length() > LONGEST) {
            throw new MalformedReply("it is too long");
        }
        String bare = REASONING.matcher(reply).replaceFirst("");
        Matcher fenced = FENCED.matcher(bare);
        try {
            return MAPPER.readTree(fenced.matches() ? fenced.group(1) : bare);
        } catch (JsonProcessingException _) {
            throw new MalformedReply("it is not one JSON object");
        }
    }
}
