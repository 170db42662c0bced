package dev.greenroom.api.session;

import dev.greenroom.api.bank.QuestionEntry;
import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionPlan;
import dev.greenroom.model.question.QuestionRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes a plan of an order: fills in what was left out and draws the questions. */
@ApplicationScoped
class SessionPlanning {

    private static final int QUESTIONS = 5;
    private static final int FOLLOW_UPS = 2;

    private final Questions bank;
    private final RandomGenerator random;

    SessionPlanning(Questions bank, RandomGenerator random) {
        this.bank = bank;
        this.random = random;
    }

    SessionPlan plan(StartSession order) {
        String topic = order.topic();
        List<QuestionEntry> ofTopic = bank.listByTopic(topic);
        if (ofTopic.isEmpty()) {
            throw unacceptable("unknown_topic", "There is no topic " + topic + ".", "/topic");
        }
        // Numbers in JSON are exact only up to 2^53 in many clients, so a seed of ours stays below that.
        long seed = or(order.seed(), random.nextLong(1L << 53));
        return new SessionPlan(
                topic,
                or(order.sections(), List.of()),
                order.level(),
                or(order.mode(), SessionMode.PRACTICE),
                order.questions() == null ? draw(order, ofTopic, seed) : named(order.questions(), ofTopic),
                or(order.maxFollowUps(), FOLLOW_UPS),
                order.candidateRef(),
                or(order.locale(), "en"),
                seed,
                order.retentionDays(),
                or(order.metadata(), Map.of()));
    }

    private static List<QuestionRef> draw(StartSession order, List<QuestionEntry> ofTopic, long seed) {
        List<String> sections = or(order.sections(), List.of());
        for (String section : sections) {
            if (ofTopic.stream().noneMatch(entry -> entry.section().equals(section))) {
                throw unacceptable("unknown_section", "The topic has no section " + section + ".", "/sections");
            }
        }
        List<QuestionEntry> pool = ofTopic.stream()
                .filter(entry -> sections.isEmpty() || sections.contains(entry.section()))
                .toList();
        return QuestionChoice.draw(pool, order.level(), or(order.questionCount(), QUESTIONS), seed);
    }

    private static List<QuestionRef> named(List<String> ids, List<QuestionEntry> ofTopic) {
        Set<String> seen = new HashSet<>();
        return ids.stream()
                .map(id -> {
                    if (!seen.add(id)) {
                        throw unacceptable(
                                "repeated_question", "The question " + id + " is named twice.", "/questions");
                    }
                    return ofTopic.stream()
                            .map(QuestionEntry::ref)
                            .filter(ref -> ref.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> unacceptable(
                                    "unknown_question", "The topic has no question " + id + ".", "/questions"));
                })
                .toList();
    }

    private static Fault unacceptable(String code, String detail, String pointer) {
        return new Fault.Unacceptable(code, detail, new Violation(pointer, detail));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
