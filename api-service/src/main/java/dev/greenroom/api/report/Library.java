package dev.greenroom.api.report;

import dev.greenroom.api.bank.QuestionEntry;
import dev.greenroom.api.bank.Questions;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.TopicGuide;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What there is to read and to try for the topics of one report. */
final class Library {

    private final Questions bank;
    private final UUID tenant;
    private final Map<String, Optional<TopicGuide>> guides = new HashMap<>();
    private final Map<String, List<QuestionEntry>> entries = new HashMap<>();

    Library(Questions bank, UUID tenant) {
        this.bank = bank;
        this.tenant = tenant;
    }

    /** The title of a topic; its id where there is no guide any more. */
    String title(String topic) {
        return guide(topic).map(TopicGuide::title).orElse(topic);
    }

    /** A section as the guide describes it; without a summary where the guide no longer has it. */
    TopicGuide.Section section(String topic, String section) {
        return guide(topic)
                .flatMap(guide -> guide.sections().stream()
                        .filter(part -> part.id().equals(section))
                        .findFirst())
                .orElseGet(() -> new TopicGuide.Section(section, section, ""));
    }

    private Optional<TopicGuide> guide(String topic) {
        return guides.computeIfAbsent(topic, bank::findGuide);
    }

    /** Questions of a section that were not asked, in the order of the guide. */
    List<Question> others(String topic, String section, Set<String> asked, int limit) {
        return entries.computeIfAbsent(topic, id -> bank.listByTopic(tenant, id)).stream()
                .filter(entry -> entry.section().equals(section))
                .filter(entry -> !asked.contains(entry.ref().slug()))
                .limit(limit)
                .map(entry -> bank.require(entry.ref()))
                .toList();
    }
}
