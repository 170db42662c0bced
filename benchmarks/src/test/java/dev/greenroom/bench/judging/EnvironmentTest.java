package dev.greenroom.bench.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.worker.judge.JudgeConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void readsTheJudgesSettingsAsTheWorkerDoes() {
        // when
        JudgeConfig config = Environment.judge(Map.of(
                "GREENROOM_LLM_BASE_URL", "http://localhost:11434/v1",
                "GREENROOM_LLM_MODEL", "some-model",
                "GREENROOM_JUDGE_TIMEOUT", "7s",
                "GREENROOM_JUDGE_RETRY_BASE", "20ms",
                "GREENROOM_JUDGE_FORMAT", "text"));

        // then
        assertThat(config.baseUrl()).contains(URI.create("http://localhost:11434/v1"));
        assertThat(config.model()).contains("some-model");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.retry().base()).isEqualTo(Duration.ofMillis(20));
        assertThat(config.format()).isEqualTo(JudgeConfig.Format.TEXT);
    }

    @Test
    void saysWhatIsMissingWhereNoModelIsNamed() {
        try (Pipeline pipeline = new Pipeline(Environment.judge(Map.of()))) {
            assertThatThrownBy(pipeline::configured).hasMessageContaining("GREENROOM_LLM_BASE_URL");
        }
    }
}
