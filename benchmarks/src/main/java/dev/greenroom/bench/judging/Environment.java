package dev.greenroom.bench.judging;

import dev.greenroom.worker.judge.JudgeConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The judge's settings as the worker would read them from environment variables. */
public final class Environment {

    private static final int ORDINAL = 300;

    private Environment() {}

    public static JudgeConfig judge(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withConverter(Duration.class, ORDINAL, Environment::duration)
                .withSources(new EnvConfigSource(variables, ORDINAL))
                .withDefaultValue("greenroom.judge.base-url", "${greenroom.llm.base-url:}")
                .withDefaultValue("greenroom.judge.model", "${greenroom.llm.model:}")
                .withDefaultValue("greenroom.judge.api-key", "${greenroom.llm.api-key:}")
                .withMapping(JudgeConfig.class)
                .build()
                .getConfigMapping(JudgeConfig.class);
    }

    /** {@code 30s}, {@code 500ms}, {@code 2m}: as Quarkus takes them. */
    private static Duration duration(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)))
                : Duration.parse(lower.startsWith("pt") ? lower : "pt" + lower);
    }
}
