package dev.greenroom.bench.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.judge.prompt.Prompt;
import dev.greenroom.worker.judge.provider.Allowance;
import dev.greenroom.worker.judge.provider.Chat;
import dev.greenroom.worker.judge.provider.Outcome;
import dev.greenroom.worker.judge.reply.Verdict;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Remembers what a judge said about one answer before anything of it was bounded. */
final class Overheard implements Chat {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Chat chat;
    private volatile @Nullable String last;

    Overheard(Chat chat) {
        this.chat = chat;
    }

    @Override
    public Outcome ask(Prompt prompt, int sample, Allowance allowance) {
        Outcome outcome = chat.ask(prompt, sample, allowance);
        if (outcome instanceof Outcome.Answered answered) {
            last = answered.text();
        }
        return outcome;
    }

    /** What its levels come to; empty if it said nothing that can be read. */
    OptionalDouble points(Rubric rubric) {
        double weights = 0;
        double points = 0;
        for (Rubric.Criterion criterion : rubric.criteria()) {
            String level = level(criterion.id());
            if (level == null) {
                return OptionalDouble.empty();
            }
            weights += criterion.weight();
            points += criterion.weight() * Verdict.points(Band.valueOf(level));
        }
        return OptionalDouble.of(points / weights);
    }

    private @Nullable String level(String criterion) {
        if (last == null) {
            return null;
        }
        try {
            for (JsonNode said : JSON.readTree(last).path("criteria")) {
                if (said.path("id").asText().equals(criterion)) {
                    return said.path("level").textValue();
                }
            }
            return null;
        } catch (JsonProcessingException _) {
            return null;
        }
    }
}
