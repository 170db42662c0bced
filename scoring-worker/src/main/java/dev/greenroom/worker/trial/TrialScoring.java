package dev.greenroom.worker.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.bank.QuestionBank;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scores whatever waits, one after the other: authors are few, and candidates come first. */
@Singleton
final class TrialScoring {

    private static final Logger LOG = LoggerFactory.getLogger(TrialScoring.class);

    private final Trials trials;
    private final QuestionBank bank;
    private final Assessor assessor;

    TrialScoring(Trials trials, QuestionBank bank, Assessor assessor) {
        this.trials = trials;
        this.bank = bank;
        this.assessor = assessor;
    }

    void scoreWaiting() {
        for (Optional<Trial> next = trials.takeNext(); next.isPresent(); next = trials.takeNext()) {
            score(next.get());
        }
        trials.forgetExpired();
    }

    private void score(Trial trial) {
        try {
            trials.finish(trial.id(), StoredJson.MAPPER.writeValueAsString(assess(trial)));
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.warn("{} could not be scored", trial, e);
            trials.finish(trial.id(), null);
        }
    }

    private Assessment assess(Trial trial) {
        Question question = bank.requireQuestion(trial.question());
        Rubric rubric = bank.requireRubric(question.rubric().id());
        AnswerKey key = AnswerKey.of(trial.question(), question, trial.followUpId(), rubric);
        return assessor.assess(key, AnswerInput.typed(trial.text()));
    }
}
