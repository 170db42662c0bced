package dev.greenroom.api.bank;

import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.TopicGuide;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A topic guide with the questions of each section. */
@Schema(name = "TopicGuide")
record TopicView(
        @Schema(examples = "django") String id,
        String title,
        String summary,

        @Schema(description = "The one signal that interviewers reward.")
        String coreTruth,

        List<SectionView> sections,
        List<String> howToPrepare,
        List<TopicGuide.Faq> faq,
        List<String> relatedTopics) {

    static TopicView of(TopicGuide guide, List<SectionView> sections) {
        return new TopicView(
                guide.id(),
                guide.title(),
                guide.summary(),
                guide.coreTruth(),
                sections,
                guide.howToPrepare(),
                guide.faq(),
                guide.relatedTopics());
    }

    /** A section and its questions. */
    record SectionView(String id, String title, String summary, List<QuestionLine> questions) {}

    /** A question in a guide. */
    record QuestionLine(String id, String prompt, Level level, QuestionKind kind, String modelAnswer) {}
}
