package dev.greenroom.worker.followup;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Contradiction;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Settlement;
import dev.greenroom.model.question.Question;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which the answer to a follow-up settles the concept that it probed.
 *
 * @param earlier the thread up to that answer, the main turn first
 */
public record Settling(Question question, List<Reply> earlier) {

    public Settling {
        earlier = List.copyOf(earlier);
    }

    /** What the answer settles; empty when it answers the main question. */
    public Optional<Settlement> settle(Reply answer) {
        String followUp = answer.turn().followUpId();
        return followUp == null ? Optional.empty() : Optional.of(settle(findProbed(followUp), answer));
    }

    private @Nullable String findProbed(String followUpId) {
        return question.findFollowUp(followUpId)
                .map(followUp -> followUp.when().concept())
                .orElse(null);
    }

    private Settlement settle(@Nullable String concept, Reply answer) {
        if (answer.turn().score() == null || answer.turn().concepts().isEmpty()) {
            return new Settlement(concept, Defence.NOT_PROBED, null);
        }
        Optional<Contradiction> contradiction = Contradicting.find(earlier, answer);
        if (contradiction.isPresent()) {
            return new Settlement(concept, Defence.CONTRADICTED, contradiction.get());
        }
        ConceptState before = Standing.of(
                        question, earlier.stream().map(Reply::turn).toList())
                .of(concept);
        return new Settlement(concept, defence(before, Standing.settled(answer.turn())), null);
    }

    private static Defence defence(ConceptState before, ConceptState now) {
        return switch (now) {
            case MISSED, WRONG -> Defence.FOLDED;
            case PARTIAL, COVERED -> rank(now) > rank(before) ? Defence.REPAIRED : Defence.HELD;
        };
    }

    private static int rank(ConceptState state) {
        return switch (state) {
            case WRONG -> 0;
            case MISSED -> 1;
            case PARTIAL -> 2;
            case COVERED -> 3;
        };
    }
}
