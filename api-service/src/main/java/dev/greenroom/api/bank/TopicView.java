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

        LevelCounts questionCounts,
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
                LevelCounts.of(sections.stream()
                        .flatMap(section -> section.questions().stream())
                        .map(QuestionLine::level)
                        .toList()),
                sections,
                guide.howToPrepare(),
                guide.faq(),
                guide.relatedTopics());
    }

    /** A section and its questions. */
    record SectionView(
            String id, String title, String summary, LevelCounts questionCounts, List<QuestionLine> questions) {

        static SectionView of(TopicGuide.Section section, List<QuestionLine> questions) {
            return new SectionView(
                    section.id(),
                    section.title(),
                    section.summary(),
                    LevelCounts.of(questions.stream().map(QuestionLine::level).toList()),
                    questions);
        }
    }

    /** A question in a guide. */
    record QuestionLine(String id, String prompt, Level level, QuestionKind kind, String modelAnswer) {}
}
