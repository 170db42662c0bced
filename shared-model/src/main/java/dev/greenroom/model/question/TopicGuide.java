package dev.greenroom.model.question;

import java.util.List;

/**
 * What a candidate reads to prepare for a topic.
 *
 * @param coreTruth the one signal that interviewers reward
 * @param sections in the order in which to read them
 */
public record TopicGuide(
        String id,
        String title,
        String summary,
        String coreTruth,
        List<Section> sections,
        List<String> howToPrepare,
        List<Faq> faq,
        List<String> relatedTopics) {

    public TopicGuide {
        sections = List.copyOf(sections);
        howToPrepare = List.copyOf(howToPrepare);
        faq = List.copyOf(faq);
        relatedTopics = List.copyOf(relatedTopics);
    }

    /** A part of the topic. */
    public record Section(String id, String title, String summary) {}

    /** A question that candidates ask about the topic, and its answer. */
    public record Faq(String question, String answer) {}
}
