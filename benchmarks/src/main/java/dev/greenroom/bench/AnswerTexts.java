package dev.greenroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Answers as candidates might write them, of about 60 to 150 words: some sentences of a question's model answer, retold
 * with words left out, swapped and put in. No two are the same, so that nobody profits from remembering one.
 */
final class AnswerTexts {

    private static final List<String> OPENINGS =
            List.of("So", "Well", "I think", "As far as I know", "In my last project", "Basically", "To be honest");
    private static final int FEWEST_WORDS = 60;
    private static final int MOST_WORDS = 150;

    private final List<Source> sources;
    private final RandomGenerator random;

    AnswerTexts(List<JsonNode> questions, RandomGenerator random) {
        this.sources = questions.stream().map(Source::of).toList();
        this.random = random;
    }

    /** A text and the question that it answers. */
    synchronized AnswerText next() {
        Source source = sources.get(random.nextInt(sources.size()));
        int words = FEWEST_WORDS + random.nextInt(MOST_WORDS - FEWEST_WORDS);
        return new AnswerText(source.topic(), source.question(), retell(source.sentences(), words));
    }

    private String retell(List<String> sentences, int length) {
        List<String> order = new ArrayList<>(sentences);
        Collections.shuffle(order, java.util.Random.from(random));
        List<String> words = new ArrayList<>(List.of(OPENINGS.get(random.nextInt(OPENINGS.size())) + ","));
        for (int i = 0; i < order.size() && words.size() < length; i++) {
            words.addAll(Arrays.asList(order.get(i).split(" ", -1)));
        }
        for (int i = 0; i < 4; i++) {
            Collections.swap(words, random.nextInt(words.size()), random.nextInt(words.size()));
        }
        words.add(random.nextInt(words.size()), Integer.toString(random.nextInt(1_000_000)));
        return String.join(" ", words.subList(0, Math.min(words.size(), length)));
    }

    private record Source(String topic, String question, List<String> sentences) {

        static Source of(JsonNode question) {
            String answer = question.get("modelAnswer").asText();
            return new Source(
                    question.get("topic").asText(),
                    question.get("id").asText(),
                    List.of(answer.split("(?<=[.!?]) ", -1)));
        }
    }

    /** An answer to a question. */
    record AnswerText(String topic, String question, String text) {}
}
