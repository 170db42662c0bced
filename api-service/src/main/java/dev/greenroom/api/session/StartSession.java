package dev.greenroom.api.session;

import dev.greenroom.model.interview.SessionMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The order to start an interview. */
public record StartSession(
        @Schema(examples = "django") @NotBlank @Size(max = 64) String topic,

        @Schema(description = "Sections of the topic to draw from; all when left out.", examples = "[\"orm\"]")
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 64) String> sections,

        @Schema(
                description = "The level to prefer; any when left out. `ADAPTIVE` begins in the middle and goes one"
                        + " level up after two strong threads in a row, one down after two weak ones.")
        @Nullable SessionLevel level,

        @Schema(defaultValue = "PRACTICE") @Nullable SessionMode mode,

        @Schema(defaultValue = "5") @Min(1) @Max(20) @Nullable Integer questionCount,

        @Schema(description = "Follow-ups to each main question at most.", defaultValue = "2") @Min(0) @Max(5) @Nullable Integer maxFollowUps,

        @Schema(
                description = "Your own name for the candidate, who is then asked no question again before all that fit"
                        + " have been, weak spots first.",
                examples = "user-42")
        @Size(min = 1, max = 200) @Nullable String candidateRef,

        @Schema(defaultValue = "en")
        @Pattern(regexp = "en(-[A-Z]{2})?", message = "has to be a kind of English for now")
        @Nullable String locale,

        @Schema(
                description = "The same seed draws the same questions, from the same bank and for the same history of"
                        + " the candidate.",
                examples = "42")
        @Nullable Long seed,

        @Schema(description = "The questions to ask, in order, in place of a choice by topic.", uniqueItems = true)
        @Size(min = 1, max = 20) @Nullable List<@NotBlank @Size(max = 64) String> questions,

        @Schema(description = "Days to keep the session after its end.", examples = "30") @Min(1) @Max(3650) @Nullable Integer retentionDays,

        @Schema(description = "Yours to use; up to 20 entries.", maxProperties = 20) @Size(max = 20) @Nullable Map<@Size(min = 1, max = 40) String, @NotNull @Size(max = 500) String> metadata) {

    public static final String EXAMPLE = """
            {"topic": "django", "sections": ["orm"], "level": "MID", "mode": "PRACTICE", "questionCount": 3,
             "maxFollowUps": 2, "candidateRef": "user-42", "seed": 42, "metadata": {"app": "ios"}}""";
}
