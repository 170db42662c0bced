package dev.greenroom.api.bank;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.TopicGuide;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The topic guides, put together from the bank. */
@ApplicationScoped
class Guides {

    private final Questions questions;

    Guides(Questions questions) {
        this.questions = questions;
    }

    List<TopicSummary> list() {
        return questions.listGuides().stream()
                .map(guide ->
                        TopicSummary.of(guide, questions.listByTopic(guide.id()).size()))
                .toList();
    }

    TopicView require(String topic) {
        TopicGuide guide = questions.findGuide(topic).orElseThrow(() -> new Fault.Missing("topic", topic));
        List<QuestionEntry> entries = questions.listByTopic(topic);
        return TopicView.of(
                guide,
                guide.sections().stream()
                        .map(section -> new TopicView.SectionView(
                                section.id(), section.title(), section.summary(), lines(entries, section)))
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
