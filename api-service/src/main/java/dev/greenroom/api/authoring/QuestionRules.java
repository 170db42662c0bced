package dev.greenroom.api.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.model.question.Rubric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What a question refers to has to exist, within it and in the bank; for questions of the right form. */
final class QuestionRules {

    private final BiPredicate<String, String> sections;
    private final Function<String, Optional<Rubric>> rubrics;
    private final List<Violation> violations = new ArrayList<>();

    private QuestionRules(BiPredicate<String, String> sections, Function<String, Optional<Rubric>> rubrics) {
        this.sections = sections;
        this.rubrics = rubrics;
    }

    /**
     * What is wrong.
     *
     * @param sections whether there is such a topic with such a section
     * @param rubrics the rubric of a reference
     */
    static List<Violation> violations(
            JsonNode question, BiPredicate<String, String> sections, Function<String, Optional<Rubric>> rubrics) {
        QuestionRules rules = new QuestionRules(sections, rubrics);
        rules.check(question);
        return List.copyOf(rules.violations);
    }

    private void check(JsonNode question) {
        if (!sections.test(
                question.path("topic").asText(), question.path("section").asText())) {
            refuse("/section", "There is no such section in such a topic.");
        }
        checkRubric(question.path("rubric"));
        Set<String> concepts = checkIds("/concepts", question.path("concepts"));
        checkIds("/followUps", question.path("followUps"));
        for (int i = 0; i < question.path("followUps").size(); i++) {
            checkFollowUp("/followUps/" + i, question.path("followUps").get(i), concepts);
        }
    }

    private void checkRubric(JsonNode choice) {
        Optional<Rubric> rubric = rubrics.apply(choice.path("id").asText());
        if (rubric.isEmpty()) {
            refuse("/rubric/id", "There is no such rubric.");
            return;
        }
        List<String> criteria =
                rubric.get().criteria().stream().map(Rubric.Criterion::id).toList();
        choice.path("weights").fieldNames().forEachRemaining(criterion -> {
            if (!criteria.contains(criterion)) {
                refuse("/rubric/weights/" + criterion, "The rubric has no such criterion.");
            }
        });
    }

    private void checkFollowUp(String place, JsonNode followUp, Set<String> concepts) {
        checkIds(place + "/concepts", followUp.path("concepts"));
        JsonNode probed = followUp.at("/when/concept");
        if (!probed.isMissingNode() && !concepts.contains(probed.asText())) {
            refuse(place + "/when/concept", "The question has no such concept.");
        }
    }

    private Set<String> checkIds(String place, JsonNode things) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < things.size(); i++) {
            if (!seen.add(things.get(i).path("id").asText())) {
                refuse(place + "/" + i + "/id", "This id is there already.");
            }
        }
        return seen;
    }

    private void refuse(String pointer, String detail) {
        violations.add(new Violation(pointer, detail));
    }
}
