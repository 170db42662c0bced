package dev.greenroom.api.answer;

import dev.greenroom.api.problem.Limits;
import dev.greenroom.model.interview.InputMode;
import dev.greenroom.model.interview.Speech;
import dev.greenroom.model.interview.Submission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The order to take in an answer. */
record SubmitAnswer(
        @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") @NotNull @Size(max = 64) String turnId,

        @Schema(description = "May be empty; left out only when the turn is skipped.")
        @Size(max = Limits.ANSWER_CHARACTERS) @Nullable String text,

        @Schema(defaultValue = "TYPED") @Nullable InputMode inputMode,
        @Schema(defaultValue = "false") @Nullable Boolean skipped,

        @Schema(description = "From the question to the end of the answer.") @Min(0) @Max(86_400_000) @Nullable Long durationMs,

        @Valid @Nullable Recognition speech) {

    static final String EXAMPLE = """
            {"turnId": "trn_01kB2m9fQ8Zr5tYw3xVn7M", "inputMode": "TYPED", "durationMs": 74000,
             "text": "You load a list with one query and then touch a relation of every row, so N more queries follow. \
            select_related joins a foreign key, prefetch_related fetches many rows with one more query."}""";

    Submission submission() {
        boolean skips = Boolean.TRUE.equals(skipped);
        return new Submission(
                text == null ? "" : text,
                inputMode == null ? InputMode.TYPED : inputMode,
                skips,
                durationMs,
                speech == null ? null : speech.speech());
    }

    boolean lacksText() {
        return text == null && !Boolean.TRUE.equals(skipped);
    }

    /** How the client's speech recognition heard the answer. */
    @Schema(name = "Speech")
    record Recognition(
            @NotNull @Size(min = 1, max = 100) String engine,

            @NotNull @DecimalMin("0") @DecimalMax("1") Double confidence,

            @Size(max = 5_000) @Nullable List<@NotNull @Valid Word> words) {

        Speech speech() {
            return new Speech(
                    engine,
                    confidence,
                    words == null ? List.of() : words.stream().map(Word::word).toList());
        }
    }

    /** One recognised word. */
    @Schema(name = "SpeechWord")
    record Word(
            @NotNull @Size(max = 200) String text,
            @NotNull @Min(0) Long startMs,
            @NotNull @Min(0) Long endMs,
            @DecimalMin("0") @DecimalMax("1") @Nullable Double confidence) {

        Speech.Word word() {
            return new Speech.Word(text, startMs, endMs, confidence == null ? 1 : confidence);
        }
    }
}
