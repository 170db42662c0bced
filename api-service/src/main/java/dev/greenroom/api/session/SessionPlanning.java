package dev.greenroom.api.session;

import dev.greenroom.api.bank.QuestionEntry;
import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionPlan;
import dev.greenroom.model.question.Level;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes a plan of an order: fills in what was left out and chooses the questions. */
@ApplicationScoped
class SessionPlanning {

    private static final int QUESTIONS = 5;
    private static final int FOLLOW_UPS = 2;

    private final Questions bank;
    private final CandidateHistories histories;
    private final RandomGenerator random;

    SessionPlanning(Questions bank, CandidateHistories histories, RandomGenerator random) {
        this.bank = bank;
        this.histories = histories;
        this.random = random;
    }

    SessionPlan plan(UUID tenant, StartSession order) {
        String topic = order.topic();
        List<QuestionEntry> ofTopic = bank.listByTopic(tenant, topic);
        if (ofTopic.isEmpty()) {
            throw Fault.Unacceptable.at("/topic", "unknown_topic", "There is no topic " + topic + ".");
        }
        // Numbers in JSON are exact only up to 2^53 in many clients, so a seed of ours stays below that.
        long seed = or(order.seed(), random.nextLong(1L << 53));
        List<String> sections = or(order.sections(), List.of());
        requireKnown(sections, ofTopic);
        Agenda agenda = agenda(tenant, order, ofTopic, seed);
        return new SessionPlan(
                topic,
                sections,
                level(order),
                or(order.mode(), SessionMode.PRACTICE),
                agenda.questions(),
                or(order.maxFollowUps(), FOLLOW_UPS),
                order.candidateRef(),
                or(order.locale(), "en"),
                seed,
                order.retentionDays(),
                or(order.metadata(), Map.of()),
                agenda.adaptation());
    }

    private Agenda agenda(UUID tenant, StartSession order, List<QuestionEntry> ofTopic, long seed) {
        boolean adaptive = order.level() == SessionLevel.ADAPTIVE;
        if (order.questions() != null) {
            if (adaptive) {
                throw Fault.Unacceptable.at(
                        "/level",
                        "named_questions_do_not_adapt",
                        "Questions that are named are asked as they are named: leave them or ADAPTIVE out.");
            }
            return Agenda.named(order.questions(), ofTopic);
        }
        List<QuestionEntry> pool = pool(or(order.sections(), List.of()), ofTopic);
        CandidateHistory history = histories.of(tenant, order.candidateRef(), order.topic());
        int count = or(order.questionCount(), QUESTIONS);
        return adaptive
                ? Agenda.adaptive(pool, count, seed, history)
                : Agenda.drawn(pool, new QuestionChoice.Wish(level(order), count, seed), history);
    }

    private static void requireKnown(List<String> sections, List<QuestionEntry> ofTopic) {
        for (String section : sections) {
            if (ofTopic.stream().noneMatch(entry -> entry.section().equals(section))) {
                throw Fault.Unacceptable.at(
                        "/sections", "unknown_section", "The topic has no section " + section + ".");
            }
        }
    }

    private static List<QuestionEntry> pool(List<String> sections, List<QuestionEntry> ofTopic) {
        return ofTopic.stream()
                .filter(entry -> sections.isEmpty() || sections.contains(entry.section()))
                .toList();
    }

    private static @Nullable Level level(StartSession order) {
        return order.level() == null ? null : order.level().fixed().orElse(null);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
