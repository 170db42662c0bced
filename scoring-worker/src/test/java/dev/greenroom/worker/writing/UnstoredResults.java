package dev.greenroom.worker.writing;

import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.InputMode;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionPlan;
import dev.greenroom.model.interview.Submission;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.worker.fixtures.Assessments;
import dev.greenroom.worker.lease.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sessions and results that are stored nowhere. */
final class UnstoredResults {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static final QuestionRef QUESTION = new QuestionRef("first", 1);

    private UnstoredResults() {}

    static Session session(long number) {
        SessionPlan plan = new SessionPlan(
                "django",
                List.of(),
                null,
                SessionMode.PRACTICE,
                List.of(QUESTION),
                2,
                "user-42",
                "en",
                42,
                null,
                Map.of());
        return new Session(new UUID(7, number), new UUID(2, 2), plan, NOW);
    }

    static ScoredAnswer result(Session session) {
        Turn turn = session.askMain(UUID.randomUUID(), QUESTION, "What is it?", NOW);
        Answer answer = new Answer(
                UUID.randomUUID(), turn, new Submission("An answer.", InputMode.TYPED, false, null, null), NOW);
        return new ScoredAnswer(new Claim(answer.id(), 1), answer, turn, null, Assessments.worth(63), Optional.empty());
    }
}
