package dev.greenroom.worker.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.localstack.chat.ChatServerTestResource;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How fast a worker is with a slow judge on the wire: a campaign, since it measures time, and so only in the soak. */
@QuarkusTest
@TestProfile(OpinionPaceTest.CuratedFollowUps.class)
@QuarkusTestResource(WorkerTestResource.class)
@QuarkusTestResource(value = ChatServerTestResource.class, restrictToAnnotatedClass = true)
@EnabledIfSystemProperty(named = "greenroom.soak", matches = "full")
class OpinionPaceTest extends PaceCampaign {

    private static final int SEATS = 256;
    private static final int BACKLOG = 6_000;
    private static final int ANSWERS = 100;

    /** The calls begin together and so end in waves, of which the edges cut off a part: long enough for a dozen of them. */
    private static final Duration MEASURED = Duration.ofSeconds(60);

    /** How long ago answers count as announced: so that the sweeper begins with none before all of them are there. */
    private static final String NOT_FORGOTTEN = "-1 hour";

    private static final String FINALS = "select count(*) from evaluation where stage = 'FINAL'";

    /** The worker as it ships, but for a judge whose model phrases nothing. */
    public static final class CuratedFollowUps implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greenroom.followup.phrasing", "false");
        }
    }

    @Test
    void asksTheNextQuestionWhileAJudgeThinksForTwentySeconds() {
        // given
        provider.think(Duration.ofSeconds(20), Duration.ZERO);

        // when
        pace.answerOneByOne(ANSWERS);

        // then
        Pace.Percentiles next = pace.toNextTurn();
        System.out.println("soak: judge of 20 s over HTTP, ms from submission to the next turn: " + next);
        assertThat(next.p95()).isLessThan(300);
    }

    @Test
    void keepsTheJudgeBusy() {
        // given
        Duration thinking = Duration.ofSeconds(5);
        provider.think(thinking, Duration.ZERO);
        List<StoredAnswer> backlog = IntStream.range(0, BACKLOG)
                .mapToObj(i -> pace.interviews()
                        .anAnswer()
                        .text("Answer %d: a QuerySet is lazy.".formatted(i))
                        .announced(1, NOT_FORGOTTEN)
                        .stored())
                .toList();
        backlog.forEach(pace.interviews()::announce);
        publishing.wake();
        await().atMost(Pace.PATIENCE).until(() -> pace.number(FINALS) > SEATS);

        // when
        long before = pace.number(FINALS);
        long begin = System.nanoTime();
        await().pollDelay(MEASURED).atMost(Pace.PATIENCE).until(() -> true);
        double rate = (pace.number(FINALS) - before) / ((System.nanoTime() - begin) / 1e9);

        // then
        assertThat(pace.number("select count(*) from answer where status <> 'SCORED'"))
                .as("a backlog that outlasts the measurement")
                .isGreaterThan(2 * SEATS);
        double limit = SEATS / (double) thinking.toSeconds();
        System.out.printf(
                "soak: judge of 5 s over HTTP, %d calls under way, %.1f answers/s, %.2f of %d/5%n",
                provider.thinking(), rate, rate / limit, SEATS);
        assertThat(rate / limit).isGreaterThan(0.9);
        pace.forget();
    }

    @Test
    void scoresEveryAnswerInItsNormalTimeWhileTheProviderIsDead() {
        // given
        pace.answerOneByOne(ANSWERS);
        Pace.Percentiles normal = pace.toFeedback();
        pace.forget();
        provider.die();

        // when
        List<StoredAnswer> answers = pace.answerOneByOne(ANSWERS);

        // then
        await().atMost(Pace.PATIENCE).until(inFlight::isEmpty);
        provider.revive();
        Pace.Percentiles dead = pace.toFeedback();
        System.out.println("soak: ms from submission to feedback: " + normal + ", provider dead: " + dead);
        assertThat(dead.p95()).isLessThan(Math.max(300, 2 * normal.p95()));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                pace.interviews().evaluations(answer).getLast().provenance())
                        .satisfies(provenance -> {
                            assertThat(provenance.scorer()).isEqualTo(Scorer.RUBRIC);
                            assertThat(provenance.fallback()).isIn("JUDGE_UNREACHABLE", "JUDGE_CIRCUIT_OPEN");
                        }));
    }
}
