package dev.greenroom.api.session;

import dev.greenroom.api.bank.QuestionEntry;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.interview.Adaptation;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionRef;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an interview will ask.
 *
 * @param adaptation decides between questions of different levels as the interview goes on; null when it is settled
 */
record Agenda(List<QuestionRef> questions, @Nullable Adaptation adaptation) {

    Agenda {
        questions = List.copyOf(questions);
    }

    static Agenda drawn(List<QuestionEntry> pool, QuestionChoice.Wish wish, CandidateHistory history) {
        return new Agenda(QuestionChoice.draw(pool, wish, history), null);
    }

    /** Draws for each level as many as the whole interview could need of it. */
    static Agenda adaptive(List<QuestionEntry> pool, int count, long seed, CandidateHistory history) {
        Map<Level, List<QuestionRef>> ladder = Arrays.stream(Level.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        level -> QuestionChoice.draw(
                                ofLevel(pool, level), new QuestionChoice.Wish(level, count, seed), history)));
        List<QuestionRef> ifNothingChanges =
                QuestionChoice.draw(pool, new QuestionChoice.Wish(Level.MID, count, seed), history);
        return new Agenda(ifNothingChanges, Adaptation.start(ladder));
    }

    private static List<QuestionEntry> ofLevel(List<QuestionEntry> pool, Level level) {
        return pool.stream().filter(entry -> entry.level() == level).toList();
    }

    /** The questions of these ids, in their order. */
    static Agenda named(List<String> ids, List<QuestionEntry> ofTopic) {
        Set<String> seen = new HashSet<>();
        return new Agenda(ids.stream().map(id -> named(id, seen, ofTopic)).toList(), null);
    }

    private static QuestionRef named(String id, Set<String> seen, List<QuestionEntry> ofTopic) {
        if (!seen.add(id)) {
            throw Fault.Unacceptable.at("/questions", "repeated_question", "The question " + id + " is named twice.");
        }
        return ofTopic.stream()
                .map(QuestionEntry::ref)
                .filter(ref -> ref.slug().equals(id))
                .findFirst()
                .orElseThrow(() -> Fault.Unacceptable.at(
                        "/questions", "unknown_question", "The topic has no question " + id + "."));
    }
}
