package dev.greenroom.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Band;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebTest {

    @Test
    void aDialShowsTheScoreAndItsRangeWithinTheCircle() {
        Dial dial = new Dial(50, 10, Band.PARTIAL);

        assertThat(dial.arc()).isEqualTo("163.36 326.73");
        assertThat(dial.range()).isEqualTo("65.35 326.73");
        assertThat(dial.rangeStart()).isEqualTo("54.0");
        assertThat(new Dial(97, 8, Band.STRONG).range()).isEqualTo("35.94 326.73");
        assertThat(new Dial(3, 8, Band.NO_EVIDENCE).rangeStart()).isEqualTo("-90.0");
    }

    @Test
    void aRadarBeginsAboveAndGoesClockwise() {
        Radar radar = Radar.of(List.of(
                new Radar.Value("Clarity of reasoning", 100),
                new Radar.Value("b", 50),
                new Radar.Value("c", 0),
                new Radar.Value("d", 25)));

        assertThat(radar.area()).isEqualTo("180.0,38.0 226.0,130.0 180.0,130.0 157.0,130.0");
        assertThat(radar.axes()).extracting(Radar.Axis::anchor).containsExactly("middle", "start", "middle", "end");
        assertThat(radar.axes().getFirst().lines()).containsExactly("Clarity of", "reasoning");
        assertThat(radar.rings()).hasSize(4);
    }

    @Test
    void aLineStretchesOverItsDays() {
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThat(Line.of(List.of(
                                new Line.Value(day, 0),
                                new Line.Value(day.plusDays(1), 50),
                                new Line.Value(day.plusDays(4), 100)))
                        .points())
                .isEqualTo("10.0,70.0 80.0,40.0 290.0,10.0");
        assertThat(Line.of(List.of(new Line.Value(day, 50))).points()).isEqualTo("150.0,40.0");
        assertThat(Line.of(List.of()).points()).isEmpty();
    }

    @Test
    void aPageHoldsOnlyWhatCanBeWritten() {
        assertThat(Markup.writable("a\u0001b\uD83Dc\uD83D\uDE80\n\u000B"))
                .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE80\n\uFFFD");
    }

    @Test
    void textsOfPeopleAreNoMarkdown() {
        assertThat(Wording.md("# 1. [a](b) *c* `d` <e>\n- f"))
                .isEqualTo("\\# 1\\. \\[a\\]\\(b\\) \\*c\\* \\`d\\` \\<e\\> \\- f");
        assertThat(Wording.mdQuote("a\n\n# b")).isEqualTo("> a\n> \n> \\# b\n");
    }
}
