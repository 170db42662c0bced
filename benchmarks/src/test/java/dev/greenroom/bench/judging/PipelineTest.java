package dev.greenroom.bench.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.chat.ChatServer;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.worker.assessment.Assessment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The very judge that a worker asks, over the wire. */
class PipelineTest {

    private final ChatServer provider = new ChatServer();
    private final Pipeline pipeline = new Pipeline(Environment.judge(Map.of(
            "GREENROOM_LLM_BASE_URL", provider.baseUrl(),
            "GREENROOM_LLM_MODEL", "stand-in",
            "GREENROOM_JUDGE_RETRY_BASE", "1ms")));
    private final Attack attack = new AttackSuite(new BankFiles(Path.of("..")), "django", new Crew(1))
            .attacks()
            .getFirst();

    @AfterEach
    void close() {
        pipeline.close();
        provider.close();
    }

    @Test
    void asksTheConfiguredModelAndCountsWhatItUses() {
        // given
        Tally model = new Tally(pipeline.configured());

        // when
        Assessment assessment = pipeline.judged(attack.subject(), attack.bare(), model);

        // then
        assertThat(assessment.provenance().scorer()).isEqualTo(Scorer.HYBRID);
        assertThat(model.line()).startsWith("1 replies").contains("without a reply: {}");
    }

    @Test
    void keepsTheRubricsScoreAndSaysWhyWhereTheModelIsAway() {
        // given
        provider.die();
        Tally model = new Tally(pipeline.configured());

        // when
        Assessment assessment = pipeline.judged(attack.subject(), attack.bare(), model);

        // then
        assertThat(assessment.score())
                .isEqualTo(pipeline.first(attack.subject(), attack.bare()).score());
        assertThat(assessment.provenance().fallback()).isEqualTo("JUDGE_UNREACHABLE");
        assertThat(model.line()).contains("UNREACHABLE=1");
    }
}
