package dev.greenroom.api.demo;

import dev.greenroom.model.question.TopicGuide;
import java.util.List;

/**
 * What the demo page starts with.
 *
 * @param publishableKey opens guest sessions, and nothing else
 */
record DemoView(String publishableKey, List<Topic> topics) {

    DemoView {
        topics = List.copyOf(topics);
    }

    /** A topic to choose. */
    record Topic(String id, String title, String summary) {

        static Topic of(TopicGuide guide) {
            return new Topic(guide.id(), guide.title(), guide.summary());
        }
    }
}
