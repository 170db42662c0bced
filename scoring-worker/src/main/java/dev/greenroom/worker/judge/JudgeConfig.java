package dev.greenroom.worker.judge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Which model judges, how, and what it may cost. There is a judge when both its URL and its model are named. */
@ConfigMapping(prefix = "greenroom.judge")
public interface JudgeConfig {

    /** Up to and without {@code /chat/completions}. */
    Optional<URI> baseUrl();

    Optional<String> model();

    Optional<String> apiKey();

    /** More headers, such as {@code api-key}. */
    Map<String, String> headers();

    /** Parameters of the URL, such as {@code api-version}. */
    Map<String, String> query();

    /** Empty sends none: some models refuse it. */
    @WithDefault("0")
    OptionalDouble temperature();

    /** The first sample's; the others count on from it. Not sent unless set: some servers refuse it. */
    OptionalInt seed();

    /** How many verdicts on an answer; the median counts. */
    @WithDefault("1")
    int samples();

    @WithDefault("json-schema")
    Format format();

    @WithDefault("2000")
    int maxOutputTokens();

    /** Newer models take the limit only as {@code max_completion_tokens}, older servers only as {@code max_tokens}. */
    @WithDefault("max-tokens")
    TokenLimit tokenLimit();

    /** For one call, from the first byte out to the last byte in. */
    @WithDefault("30s")
    Duration timeout();

    /** For one answer, all calls and waits together: no call begins after it. */
    @WithDefault("60s")
    Duration deadline();

    /** For one answer, over all samples, repairs and retries, and the words of a follow-up. */
    @WithDefault("4")
    int maxCalls();

    /** Calls of this worker at the same time. */
    @WithDefault("256")
    int concurrency();

    Retry retry();

    Circuit circuit();

    /** For each tenant, prompts and replies together, from midnight to midnight UTC. */
    OptionalLong dailyTokens();

    @WithDefault("rubric")
    WhenDown whenDown();

    Prices prices();

    /** How the server is asked for JSON. Replies are checked all the same. */
    enum Format {
        JSON_SCHEMA,
        JSON_OBJECT,
        TEXT
    }

    /** The name of the request's property that limits the reply. */
    enum TokenLimit {
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS
    }

    /** What becomes of an answer while the judge is away. */
    enum WhenDown {
        RUBRIC,
        WAIT
    }

    /** Waits between calls, when the server doesn't say how long to wait. */
    interface Retry {

        @WithDefault("500ms")
        Duration base();

        /** A server that asks for more is not waited for. */
        @WithDefault("10s")
        Duration longest();
    }

    /** When to leave a provider alone that fails again and again. */
    interface Circuit {

        /** How many of the latest calls are looked at. */
        @WithDefault("20")
        int calls();

        /** The share of failures among them that is too much, in percent. */
        @WithDefault("50")
        int failures();

        @WithDefault("15s")
        Duration pause();
    }

    /** For a million tokens; without them no costs are reported. */
    interface Prices {

        Optional<BigDecimal> prompt();

        Optional<BigDecimal> completion();
    }
}
