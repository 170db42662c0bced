package dev.greenroom.bench.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.judge.prompt.Prompt;
import dev.greenroom.worker.judge.provider.Allowance;
import dev.greenroom.worker.judge.provider.Outcome;
import dev.greenroom.worker.judge.provider.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OverheardTest {

    private static final Rubric RUBRIC = new Rubric(
            "two",
            1,
            "Two criteria",
            List.of(
                    new Rubric.Criterion("depth", "Depth", "How deep.", 3, Map.of()),
                    new Rubric.Criterion("clarity", "Clarity", "How clear.", 1, Map.of())));

    private static OptionalDouble pointsOf(Outcome outcome) {
        Overheard judge = new Overheard((_, _, _) -> outcome);
        judge.ask(new Prompt("s", "u", "{}", "h"), 0, new Allowance(1, Duration.ofSeconds(1)));
        return judge.points(RUBRIC);
    }

    private static OptionalDouble pointsOf(String reply) {
        return pointsOf(new Outcome.Answered(reply, "m", 1, 1, true));
    }

    @Test
    void weighsWhatTheJudgeSaid() {
        assertThat(pointsOf("""
                {"criteria": [{"id": "clarity", "level": "WEAK"}, {"id": "depth", "level": "STRONG"}]}""").orElseThrow()).isCloseTo((3 * 92 + 32) / 4.0, within(1e-9));
    }

    @Test
    void hearsNothingWhereNothingWasSaidThatCanBeRead() {
        assertThat(pointsOf("Great answer!")).isEmpty();
        assertThat(pointsOf("{\"criteria\": [{\"id\": \"depth\", \"level\": \"STRONG\"}]}"))
                .isEmpty();
        assertThat(pointsOf(Outcome.Failed.of(Trouble.TIMEOUT))).isEmpty();
    }
}
