package dev.greenroom.worker.scoring;

import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.bank.QuestionBank;
import dev.greenroom.worker.database.Insistence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes the questions in the background, one key after the other, so that no first answer has to wait for it. It stands
 * back while answers are being scored: they encode what they need by themselves.
 */
@Singleton
public final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final QuestionBank bank;
    private final Assessor assessor;
    private final Insistence insistence;
    private final PreparationConfig config;

    Preparation(QuestionBank bank, Assessor assessor, Insistence insistence, PreparationConfig config) {
        this.bank = bank;
        this.assessor = assessor;
        this.insistence = insistence;
        this.config = config;
    }

    /** Returns at once; does nothing where the configuration says so. */
    public void start() {
        if (!config.enabled()) {
            return;
        }
        Thread.ofVirtual().name("preparation").start(this::prepareAll);
    }

    private void prepareAll() {
        List<QuestionRef> questions = insistence.insist(bank::listCurrent);
        // The main questions first: each interview begins with one.
        questions.forEach(this::prepareMain);
        questions.forEach(this::prepareFollowUps);
        LOG.info("{} questions are prepared", questions.size());
    }

    private void prepareMain(QuestionRef ref) {
        tolerantly(ref, (question, rubric) -> prepare(AnswerKey.of(ref, question, rubric)));
    }

    private void prepareFollowUps(QuestionRef ref) {
        tolerantly(
                ref,
                (question, rubric) -> question.followUps()
                        .forEach(followUp -> prepare(AnswerKey.of(ref, question, followUp, rubric))));
    }

    private void prepare(AnswerKey key) {
        while (!assessor.isIdle()) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        assessor.prepare(key);
    }

    @FunctionalInterface
    private interface Keys {
        void prepare(Question question, Rubric rubric);
    }

    /** A question that can't be prepared shows when an answer to it comes; the others are not to suffer. */
    private void tolerantly(QuestionRef ref, Keys keys) {
        try {
            Question question = insistence.insist(() -> bank.requireQuestion(ref));
            keys.prepare(
                    question,
                    insistence.insist(() -> bank.requireRubric(question.rubric().id())));
        } catch (RuntimeException e) {
            LOG.warn("Question {} can't be prepared: {}", ref, e.toString());
        }
    }
}
