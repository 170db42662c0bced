package dev.greenroom.model.interview;

import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session is started with.
 *
 * @param level the level asked for; null for any, and when it adapts
 * @param questions the questions to ask, in order
 * @param maxFollowUps how many follow-ups a thread may have
 * @param seed what the choice of questions was drawn with
 * @param retentionDays how long to keep the session after its end; null for the tenant's rule
 * @param adaptation chooses the questions in place of the list, of which only the number counts; null without
 */
public record SessionPlan(
        String topic,
        List<String> sections,
        @Nullable Level level,
        SessionMode mode,
        List<QuestionRef> questions,
        int maxFollowUps,
        @Nullable String candidateRef,
        String locale,
        long seed,
        @Nullable Integer retentionDays,
        Map<String, String> metadata,
        @Nullable Adaptation adaptation) {

    public SessionPlan {
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("A session needs a question to ask");
        }
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        metadata = Map.copyOf(metadata);
    }

    /** A plan that stays as it is. */
    public SessionPlan(
            String topic,
            List<String> sections,
            @Nullable Level level,
            SessionMode mode,
            List<QuestionRef> questions,
            int maxFollowUps,
            @Nullable String candidateRef,
            String locale,
            long seed,
            @Nullable Integer retentionDays,
            Map<String, String> metadata) {
        this(
                topic,
                sections,
                level,
                mode,
                questions,
                maxFollowUps,
                candidateRef,
                locale,
                seed,
                retentionDays,
                metadata,
                null);
    }
}
