package dev.greenroom.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The configuration as the worker ships it, under an environment. */
class JudgeConfigTest {

    private static JudgeConfig under(Map<String, String> environment) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(
                                Objects.requireNonNull(JudgeConfigTest.class.getResource("/application.properties"))),
                        new EnvConfigSource(environment, 300))
                .withMapping(JudgeConfig.class)
                .build()
                .getConfigMapping(JudgeConfig.class);
    }

    @Test
    void namesNoModelByItself() throws IOException {
        // when
        JudgeConfig config = under(Map.of());

        // then
        assertThat(config.baseUrl()).isEmpty();
        assertThat(config.model()).isEmpty();
        assertThat(config.apiKey()).isEmpty();
        assertThat(config.dailyTokens()).isEmpty();
    }

    @Test
    void takesTheShortNames() throws IOException {
        // when
        JudgeConfig config = under(Map.of(
                "GREENROOM_LLM_BASE_URL",
                "http://localhost:11434/v1",
                "GREENROOM_LLM_MODEL",
                "some-model",
                "GREENROOM_LLM_API_KEY",
                "some-key"));

        // then
        assertThat(config.baseUrl()).contains(URI.create("http://localhost:11434/v1"));
        assertThat(config.model()).contains("some-model");
        assertThat(config.apiKey()).contains("some-key");
    }

    @Test
    void takesEachSettingFromTheEnvironment() throws IOException {
        // when
        JudgeConfig config = under(Map.of(
                "GREENROOM_JUDGE_SAMPLES", "3",
                "GREENROOM_JUDGE_TEMPERATURE", "",
                "GREENROOM_JUDGE_TIMEOUT", "7s",
                "GREENROOM_JUDGE_FORMAT", "text",
                "GREENROOM_JUDGE_TOKEN_LIMIT", "max-completion-tokens",
                "GREENROOM_JUDGE_WHEN_DOWN", "wait",
                "GREENROOM_JUDGE_RETRY_LONGEST", "4s",
                "GREENROOM_JUDGE_DAILY_TOKENS", "1000000"));

        // then
        assertThat(config.samples()).isEqualTo(3);
        assertThat(config.temperature()).isEmpty();
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.format()).isEqualTo(JudgeConfig.Format.TEXT);
        assertThat(config.tokenLimit()).isEqualTo(JudgeConfig.TokenLimit.MAX_COMPLETION_TOKENS);
        assertThat(config.whenDown()).isEqualTo(JudgeConfig.WhenDown.WAIT);
        assertThat(config.retry().longest()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.dailyTokens()).hasValue(1_000_000);
    }
}
