package dev.greenroom.api.bank;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.TopicGuide;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The topic guides, put together from the bank. */
@ApplicationScoped
class Guides {

    private final Questions questions;

    Guides(Questions questions) {
        this.questions = questions;
    }

    List<TopicSummary> list(UUID tenant) {
        return questions.listGuides().stream()
                .map(guide -> TopicSummary.of(
                        guide, questions.listByTopic(tenant, guide.id()).size()))
                .toList();
    }

    TopicView require(UUID tenant, String topic) {
        TopicGuide guide = questions.findGuide(topic).orElseThrow(() -> new Fault.Missing("topic", topic));
        List<QuestionEntry> entries = questions.listByTopic(tenant, topic);
        return TopicView.of(
                guide,
                guide.sections().stream()
                        .map(section -> TopicView.SectionView.of(section, lines(entries, section)))
                        .toList());
    }

    private List<TopicView.QuestionLine> lines(List<QuestionEntry> entries, TopicGuide.Section section) {
        return entries.stream()
                .filter(entry -> entry.section().equals(section.id()))
                .map(entry -> {
                    Question question = questions.require(entry.ref());
                    return new TopicView.QuestionLine(
                            question.id(),
                            question.prompt(),
                            question.level(),
                            question.kind(),
                            question.modelAnswer());
                })
                .toList();
    }
}
