package dev.greenroom.worker.judge;

import dev.greenroom.worker.assessment.SecondOpinion;
import dev.greenroom.worker.followup.Rephrasing;
import dev.greenroom.worker.judge.budget.Budget;
import dev.greenroom.worker.judge.budget.Ledger;
import dev.greenroom.worker.judge.budget.Prices;
import dev.greenroom.worker.judge.followup.FollowUpConfig;
import dev.greenroom.worker.judge.followup.FollowUpPhrasing;
import dev.greenroom.worker.judge.prompt.PromptWriting;
import dev.greenroom.worker.judge.provider.Chat;
import dev.greenroom.worker.judge.provider.GuardedChat;
import dev.greenroom.worker.judge.provider.OpenAiChat;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the judge that is configured, and whoever phrases follow-ups. Needs no container, so that a bench asks the very judge that the worker asks. */
public final class Judges {

    private static final Logger LOG = LoggerFactory.getLogger(Judges.class);

    /** Sixty words, a quote and the JSON around them, also in scripts that take several tokens for a word. */
    private static final int FOLLOW_UP_TOKENS = 400;

    /** Scoring an answer, storing it and telling of the next turn, on a busy machine. */
    private static final Duration FOR_THE_REST = Duration.ofMillis(300);

    private final Ledger ledger;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final RandomGenerator random;

    public Judges(Ledger ledger, MeterRegistry metrics, Clock clock, RandomGenerator random) {
        this.ledger = ledger;
        this.metrics = metrics;
        this.clock = clock;
        this.random = random;
    }

    /** A provider's address and the name of a model there. */
    private record Named(URI url, String model) {}

    /** The judge alone, or one that nobody wants where its URL or model is missing. */
    public SecondOpinion configured(JudgeConfig config) {
        return configured(config, config.maxCalls());
    }

    /** The judge beside whoever phrases follow-ups, whose calls count among those that an answer may make. */
    SecondOpinion configured(JudgeConfig config, FollowUpConfig followUps) {
        int others = followUps.phrasing() ? FollowUpPhrasing.CALLS : 0;
        return configured(config, Math.max(1, config.maxCalls() - others));
    }

    private SecondOpinion configured(JudgeConfig config, int maxCalls) {
        return named(config)
                .<SecondOpinion>map(named -> judge(config, named, maxCalls))
                .orElseGet(NoSecondOpinion::new);
    }

    /** The configured model, called with all patience and restraint; empty where there is none. */
    public Optional<Chat> chat(JudgeConfig config) {
        return named(config).map(named -> chat(config, named));
    }

    /** A judge whose words come from elsewhere, or who is listened to. */
    public SecondOpinion over(Chat chat, JudgeConfig config) {
        return judge(chat, new JudgeMetrics(metrics, "given", () -> 0), config, config.maxCalls());
    }

    /** Whoever phrases follow-ups: the judge's provider, or nobody where there is none or it is switched off. */
    Rephrasing rephrasing(JudgeConfig config, FollowUpConfig followUps) {
        return named(config)
                .filter(_ -> followUps.phrasing())
                .<Rephrasing>map(named -> rephrasing(config, followUps, named))
                .orElseGet(NoRephrasing::new);
    }

    private static Optional<Named> named(JudgeConfig config) {
        Optional<String> model = config.model().filter(name -> !name.isBlank());
        return config.baseUrl()
                .filter(address -> !address.toString().isBlank())
                .flatMap(url -> model.map(name -> new Named(url, name)));
    }

    private SecondOpinion judge(JudgeConfig config, Named named, int maxCalls) {
        LOG.info(
                "Answers go to {} at {} for a second opinion",
                named.model(),
                named.url().getHost());
        GuardedChat chat = chat(config, named);
        return judge(chat, new JudgeMetrics(metrics, named.model(), chat::circuitState), config, maxCalls);
    }

    private GuardedChat chat(JudgeConfig config, Named named) {
        OpenAiChat.Settings settings = settings(config, named, config.maxOutputTokens(), config.timeout());
        return new GuardedChat(
                new OpenAiChat(settings, clock), limits(config, config.concurrency(), config.timeout()), random);
    }

    private SecondOpinion judge(Chat chat, JudgeMetrics used, JudgeConfig config, int maxCalls) {
        return new LlmJudge(
                new PromptWriting(random),
                new Panel(chat, prices(config), config.samples(), maxCalls, config.deadline()),
                new Budget(ledger, config.dailyTokens(), clock),
                used,
                config.whenDown());
    }

    /**
     * Has a circuit and places of its own: that there is no time for words says nothing of the judge, and candidates don't
     * queue behind verdicts.
     */
    private Rephrasing rephrasing(JudgeConfig config, FollowUpConfig followUps, Named judge) {
        Named named = new Named(
                judge.url(), followUps.model().filter(name -> !name.isBlank()).orElse(judge.model()));
        LOG.info("Follow-ups are phrased by {} within {}", named.model(), followUps.budget());
        Duration time = timeForWords(followUps.budget());
        OpenAiChat.Settings settings = settings(config, named, FOLLOW_UP_TOKENS, time);
        GuardedChat chat = new GuardedChat(
                new OpenAiChat(settings, clock), limits(config, followUps.concurrency(), Duration.ZERO), random);
        return new LlmRephrasing(
                new FollowUpPhrasing(chat, prices(config), random, time),
                new Budget(ledger, config.dailyTokens(), clock),
                new FollowUpMetrics(metrics, named.model()));
    }

    /** What scoring and storing leave of it. */
    private static Duration timeForWords(Duration budget) {
        Duration left = budget.minus(FOR_THE_REST);
        Duration half = budget.dividedBy(2);
        return left.compareTo(half) > 0 ? left : half;
    }

    private static Prices prices(JudgeConfig config) {
        return new Prices(
                config.prices().prompt().orElse(null),
                config.prices().completion().orElse(null));
    }

    private static GuardedChat.Limits limits(JudgeConfig config, int concurrency, Duration longestQueue) {
        return new GuardedChat.Limits(
                concurrency,
                longestQueue,
                config.retry().base(),
                config.retry().longest(),
                config.circuit().calls(),
                config.circuit().failures(),
                config.circuit().pause());
    }

    private static OpenAiChat.Settings settings(JudgeConfig config, Named named, int tokens, Duration timeout) {
        boolean newer = config.tokenLimit() == JudgeConfig.TokenLimit.MAX_COMPLETION_TOKENS;
        return new OpenAiChat.Settings(
                named.url(),
                named.model(),
                config.apiKey().filter(key -> !key.isBlank()).orElse(null),
                config.headers(),
                config.query(),
                value(config.temperature()),
                value(config.seed()),
                shape(config.format()),
                newer ? null : tokens,
                newer ? tokens : null,
                timeout);
    }

    private static OpenAiChat.Shape shape(JudgeConfig.Format format) {
        return switch (format) {
            case JSON_SCHEMA -> OpenAiChat.Shape.SCHEMA;
            case JSON_OBJECT -> OpenAiChat.Shape.JSON;
            case TEXT -> OpenAiChat.Shape.TEXT;
        };
    }

    private static @Nullable Double value(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static @Nullable Integer value(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
