package dev.greenroom.worker.assessment;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.Question;
import dev.greenroom.worker.encoder.Vectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds faults of questions that neither a schema nor the model of a question can see; each is told in one line that names the question. */
final class BankLint {

    private static final double NEAR_DUPLICATE = 0.9;
    private static final List<Band> BANDS = List.of(Band.values());

    private final Assessor assessor;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    private BankLint(Assessor assessor) {
        this.assessor = assessor;
    }

    static List<String> faults(List<Question> questions, Assessor assessor) {
        BankLint lint = new BankLint(assessor);
        questions.parallelStream().forEach(lint::check);
        lint.findNearDuplicates(questions);
        return lint.faults.stream().sorted().toList();
    }

    private void check(Question question) {
        AnswerKey key = Keys.key(question);
        checkModelAnswer(question.id(), key);
        question.followUps()
                .forEach(followUp ->
                        checkModelAnswer(question.id() + "/" + followUp.id(), Keys.key(question, followUp)));
        question.calibration().forEach(answer -> checkBand(question, key, answer));
    }

    private void checkModelAnswer(String name, AnswerKey key) {
        Set<String> required = key.concepts().stream()
                .filter(Concept::required)
                .map(Concept::id)
                .collect(Collectors.toSet());
        for (ConceptFinding finding :
                assessor.assess(key, AnswerInput.typed(key.modelAnswer())).concepts()) {
            if (required.contains(finding.id()) && finding.state() != ConceptState.COVERED) {
                faults.add(
                        "the model answer of %s does not cover %s: %s".formatted(name, finding.id(), finding.state()));
            }
        }
    }

    private void checkBand(Question question, AnswerKey key, CalibrationAnswer answer) {
        Assessment assessment = assessor.assess(key, AnswerInput.typed(answer.text()));
        Band band = Optional.ofNullable(assessment.score()).orElseThrow().band();
        if (Math.abs(BANDS.indexOf(band) - BANDS.indexOf(answer.band())) > 1) {
            faults.add(
                    "%s: '%s' is scored %s and not %s".formatted(question.id(), answer.about(), band, answer.band()));
        }
    }

    private void findNearDuplicates(List<Question> questions) {
        Map<String, float[]> prompts = new HashMap<>();
        for (Question question : questions) {
            compare(question.id(), question.prompt(), prompts);
            question.followUps()
                    .forEach(followUp -> compare(question.id() + "/" + followUp.id(), followUp.prompt(), prompts));
        }
    }

    private void compare(String name, String prompt, Map<String, float[]> earlier) {
        float[] vector = OneForAll.known(prompt).sentence();
        earlier.forEach((other, known) -> {
            if (Vectors.dot(vector, known) > NEAR_DUPLICATE) {
                faults.add("%s asks nearly the same as %s (%.3f)".formatted(name, other, Vectors.dot(vector, known)));
            }
        });
        earlier.put(name, vector);
    }
}
