package dev.greenroom.api.bank;

import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Source;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question as everybody may read it: without its concepts and rubric. */
@Schema(name = "Question")
record QuestionView(
        @Schema(examples = "django-orm-n-plus-one") String id,
        int version,
        @Schema(examples = "django") String topic,
        @Schema(examples = "orm") String section,
        Level level,
        QuestionKind kind,

        @Schema(examples = "What is the N+1 query problem in Django, and how do you find and mend it?")
        String prompt,

        List<String> tags,
        int expectedSeconds,
        String hint,
        List<String> commonMistakes,
        String modelAnswer,
        List<Source> sources) {

    static QuestionView of(QuestionRef ref, Question question) {
        return new QuestionView(
                ref.id(),
                ref.version(),
                question.topic(),
                question.section(),
                question.level(),
                question.kind(),
                question.prompt(),
                question.tags(),
                question.expectedSeconds(),
                question.hint(),
                question.commonMistakes(),
                question.modelAnswer(),
                question.sources());
    }
}
