package dev.greenroom.worker.judge;

import dev.greenroom.worker.judge.budget.Prices;
import dev.greenroom.worker.judge.budget.Usage;
import dev.greenroom.worker.judge.prompt.Prompt;
import dev.greenroom.worker.judge.provider.Allowance;
import dev.greenroom.worker.judge.provider.Chat;
import dev.greenroom.worker.judge.provider.Outcome;
import dev.greenroom.worker.judge.provider.Outcome.Answered;
import dev.greenroom.worker.judge.provider.Outcome.Failed;
import dev.greenroom.worker.judge.provider.Trouble;
import dev.greenroom.worker.judge.reply.ReplyReading;
import dev.greenroom.worker.judge.reply.ReplyReading.Read;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Asks for as many verdicts on one answer as are wanted, at the same time and apart from each other. */
final class Panel {

    private static final String CUT_OFF = "it was cut off; be brief";

    private final Chat chat;
    private final Prices prices;
    private final int samples;
    private final int maxCalls;
    private final Duration deadline;

    Panel(Chat chat, Prices prices, int samples, int maxCalls, Duration deadline) {
        this.chat = chat;
        this.prices = prices;
        this.samples = samples;
        this.maxCalls = maxCalls;
        this.deadline = deadline;
    }

    /** Blocks until all have spoken or failed. */
    Hearing hear(Prompt prompt, ReplyReading reading) {
        Allowance allowance = new Allowance(maxCalls, deadline);
        if (samples == 1) {
            return Hearing.of(List.of(hearOne(prompt, 0, reading, allowance)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Hearing.Voice>> voices = IntStream.range(0, samples)
                    .mapToObj(sample -> threads.submit(() -> hearOne(prompt, sample, reading, allowance)))
                    .toList();
            threads.shutdown();
            return Hearing.of(voices.stream().map(Panel::join).toList());
        }
    }

    private static Hearing.Voice join(Future<Hearing.Voice> voice) {
        try {
            return voice.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Hearing.Silent(new Failed(Trouble.TIMEOUT, null), Usage.NONE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A verdict could not be read", e);
        }
    }

    /** A reply that can't be used is asked for anew, once. */
    private Hearing.Voice hearOne(Prompt prompt, int sample, ReplyReading reading, Allowance allowance) {
        Prompt asked = prompt;
        List<Usage> usages = new ArrayList<>();
        for (int attempt = 0; attempt < 2; attempt++) {
            Outcome outcome = chat.ask(asked, sample, allowance);
            switch (outcome) {
                case Failed failed -> {
                    return new Hearing.Silent(afterMalformed(failed, attempt), sum(usages));
                }
                case Answered answered -> {
                    usages.add(prices.usage(answered.promptTokens(), answered.completionTokens()));
                    switch (read(answered, reading)) {
                        case Read.Sound(var verdict) -> {
                            return new Hearing.Spoken(verdict, answered.model(), sum(usages));
                        }
                        case Read.Malformed(String problem) -> asked = prompt.repairing(problem);
                    }
                }
            }
        }
        return new Hearing.Silent(Failed.of(Trouble.MALFORMED), sum(usages));
    }

    private static Failed afterMalformed(Failed failed, int attempt) {
        boolean spent = attempt > 0 && failed.trouble() == Trouble.ALLOWANCE_SPENT;
        return spent ? Failed.of(Trouble.MALFORMED) : failed;
    }

    private static Read read(Answered answered, ReplyReading reading) {
        return answered.complete() ? reading.read(answered.text()) : new Read.Malformed(CUT_OFF);
    }

    private static Usage sum(List<Usage> usages) {
        return usages.stream().reduce(Usage.NONE, Usage::plus);
    }
}
