package dev.greenroom.bench.judging;

import dev.greenroom.worker.judge.prompt.Prompt;
import dev.greenroom.worker.judge.provider.Allowance;
import dev.greenroom.worker.judge.provider.Chat;
import dev.greenroom.worker.judge.provider.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what calls to a model use and how they end. */
public final class Tally implements Chat {

    private final Chat chat;
    private final LongAdder replies = new LongAdder();
    private final LongAdder tokens = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final Map<String, LongAdder> troubles = new ConcurrentHashMap<>();

    public Tally(Chat chat) {
        this.chat = chat;
    }

    @Override
    public Outcome ask(Prompt prompt, int sample, Allowance allowance) {
        long begin = System.nanoTime();
        Outcome outcome = chat.ask(prompt, sample, allowance);
        switch (outcome) {
            case Outcome.Answered answered -> {
                replies.increment();
                tokens.add((long) answered.promptTokens() + answered.completionTokens());
                nanos.add(System.nanoTime() - begin);
            }
            case Outcome.Failed failed ->
                troubles.computeIfAbsent(failed.trouble().name(), _ -> new LongAdder())
                        .increment();
        }
        return outcome;
    }

    /** A line: how many replies, how long one takes, tokens, and what else came instead of replies. */
    public String line() {
        long count = Math.max(1, replies.sum());
        return "%d replies, %d ms and %d tokens each; without a reply: %s%n"
                .formatted(
                        replies.sum(),
                        Duration.ofNanos(nanos.sum() / count).toMillis(),
                        tokens.sum() / count,
                        new TreeMap<>(troubles));
    }
}
