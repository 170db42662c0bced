package dev.greenroom.api.progress;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a candidate does in one section of a topic. */
record SectionProgress(
        @Schema(examples = "django") String topic,
        @Schema(examples = "orm") String section,

        @Schema(description = "The mean mastery of its concepts so far.", examples = "0.58")
        double mastery,

        @Schema(description = "How many of its concepts were observed.", examples = "12")
        int concepts,

        @Schema(description = "The days on which answers were scored, oldest first; days are those of UTC.")
        List<Day> history) {

    SectionProgress {
        history = List.copyOf(history);
    }

    /** One day's answers. */
    @Schema(name = "SectionProgressDay")
    record Day(
            LocalDate date,
            @Schema(examples = "4") int answers,
            @Schema(examples = "71") int meanScore) {}
}
