package dev.greenroom.model.question;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one version of a question says.
 *
 * @param expectedSeconds how long a good spoken answer takes
 * @param modelAnswer what a strong candidate would say aloud
 * @param calibration sample answers whose band is known
 */
public record Question(
        String id,
        String topic,
        String section,
        Level level,
        QuestionKind kind,
        String prompt,
        List<String> tags,
        int expectedSeconds,
        String hint,
        List<String> commonMistakes,
        String modelAnswer,
        RubricChoice rubric,
        List<Concept> concepts,
        List<FollowUp> followUps,
        List<CalibrationAnswer> calibration,
        List<Source> sources) {

    /** Refuses a question whose concepts share an id or whose follow-ups probe a concept that it does not have. */
    public Question {
        tags = List.copyOf(tags);
        commonMistakes = List.copyOf(commonMistakes);
        concepts = List.copyOf(concepts);
        followUps = List.copyOf(followUps);
        calibration = List.copyOf(calibration);
        sources = List.copyOf(sources);
        Set<String> conceptIds = distinct(id, concepts.stream().map(Concept::id).toList());
        distinct(id, followUps.stream().map(FollowUp::id).toList());
        for (FollowUp followUp : followUps) {
            String probed = followUp.when().concept();
            if (probed != null && !conceptIds.contains(probed)) {
                throw new IllegalArgumentException("Follow-up %s of question %s probes the unknown concept %s"
                        .formatted(followUp.id(), id, probed));
            }
        }
    }

    public Optional<FollowUp> findFollowUp(String followUpId) {
        return followUps.stream()
                .filter(followUp -> followUp.id().equals(followUpId))
                .findFirst();
    }

    private static Set<String> distinct(String question, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("Question %s says %s twice".formatted(question, id));
            }
        }
        return seen;
    }
}
