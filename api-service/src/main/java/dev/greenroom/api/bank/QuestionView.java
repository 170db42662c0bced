package dev.greenroom.api.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Source;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question as everybody may read it: without its concepts and rubric. */
@Schema(name = "Question")
public record QuestionView(
        @Schema(examples = "django-orm-n-plus-one") String id,
        int version,
        QuestionStatus status,

        @Schema(description = "Whether it belongs to the built-in bank, which nobody can change.")
        boolean builtIn,

        @Schema(description = "A version newer than this one that is not published yet. Not shown in lists.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Integer draftVersion,

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

    /** A question that is published. */
    static QuestionView of(QuestionRef ref, Question question) {
        return of(ref, question, QuestionStatus.PUBLISHED, null);
    }

    /** An own question as its author sees it. */
    public static QuestionView of(OwnQuestion question, Function<QuestionRef, Question> content) {
        QuestionRef shown = question.shown();
        boolean newer = question.newestVersion() > shown.version();
        return of(shown, content.apply(shown), question.status(), newer ? question.newestVersion() : null);
    }

    private static QuestionView of(
            QuestionRef ref, Question question, QuestionStatus status, @Nullable Integer draftVersion) {
        return new QuestionView(
                ref.slug(),
                ref.version(),
                status,
                ref.isBuiltIn(),
                draftVersion,
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
