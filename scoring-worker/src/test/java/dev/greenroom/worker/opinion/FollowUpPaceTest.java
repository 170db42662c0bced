package dev.greenroom.worker.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.chat.ChatServerTestResource;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How soon the next question comes where a model phrases it; only in the soak. */
@QuarkusTest
@TestProfile(FollowUpPaceTest.PatientWithTheModel.class)
@QuarkusTestResource(WorkerTestResource.class)
@QuarkusTestResource(value = ChatServerTestResource.class, restrictToAnnotatedClass = true)
@EnabledIfSystemProperty(named = "greenroom.soak", matches = "full")
class FollowUpPaceTest extends PaceCampaign {

    private static final double BUDGET = 2_500;
    private static final int ANSWERS = 25;
    private static final String PHRASED = "select count(*) from turn where phrasing = 'LLM'";

    /** The worker as it ships, but for a circuit that stays closed, so that each answer waits for its words. */
    public static final class PatientWithTheModel implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greenroom.judge.circuit.calls", "10000");
        }
    }

    @Test
    void waitsForTheWordsOfTheNextQuestion() {
        // given
        provider.think(Duration.ofSeconds(20), Duration.ofMillis(500));

        // when
        pace.answerOneByOne(ANSWERS);

        // then
        Pace.Percentiles next = pace.toNextTurn();
        System.out.println("soak: words take 0.5 s, ms from submission to the next turn: " + next);
        assertThat(pace.number(PHRASED)).isEqualTo(ANSWERS);
        assertThat(next.p95()).isLessThan(500 + 300);
    }

    @Test
    void asksTheCuratedQuestionWithinTheBudget() {
        // given
        provider.think(Duration.ofSeconds(20), Duration.ofSeconds(20));

        // when
        pace.answerOneByOne(ANSWERS);

        // then
        Pace.Percentiles next = pace.toNextTurn();
        System.out.println("soak: words take 20 s, ms from submission to the next turn: " + next);
        assertThat(pace.number(PHRASED)).isZero();
        assertThat(next.p95()).isLessThan(BUDGET);
    }
}
