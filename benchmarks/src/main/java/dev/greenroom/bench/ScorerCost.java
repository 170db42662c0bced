package dev.greenroom.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.greenroom.bench.judging.BankFiles;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.Question;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.encoder.CommonPart;
import dev.greenroom.worker.encoder.Encoder;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The processor time of scoring an answer, compared with that of the encoder alone, without a stack. Both work on all cores,
 * as in a worker under load: an encoder on one thread needs less time than one beside others.
 */
final class ScorerCost {

    /** Until the JIT has compiled what runs most. */
    private static final int WARM_UP_ROUNDS = 30;

    private static final String EIGHTEEN_WORDS =
            "A QuerySet is lazy, so nothing is sent to the database until you iterate" + " over it or slice it.";

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final int rounds;
    private final List<Sample> samples = new ArrayList<>();

    /** With the sample answers of the bank. */
    ScorerCost(Effort effort) {
        this.rounds = effort.rounds();
        BankFiles bank = BankFiles.builtIn();
        for (Question question : bank.questions("django")) {
            AnswerKey key = bank.key(question);
            for (CalibrationAnswer answer : question.calibration()) {
                samples.add(new Sample(key, answer.text()));
            }
        }
    }

    List<Figure> measure() {
        try (ExecutorService callers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                Encoder encoder = Encoder.open(CommonPart.NONE);
                Assessor assessor = Assessor.open()) {
            List<Double> eighteenWords = new ArrayList<>();
            List<Double> encoded = new ArrayList<>();
            List<Double> scored = new ArrayList<>();
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                milliseconds(callers, sample -> assess(assessor, sample));
            }
            for (int round = 0; round < rounds; round++) {
                eighteenWords.add(milliseconds(callers, _ -> encoder.encode(EIGHTEEN_WORDS)));
                encoded.add(milliseconds(callers, sample -> encoder.encode(sample.text())));
                scored.add(milliseconds(callers, sample -> assess(assessor, sample)));
            }
            return List.of(
                    new Figure(
                            "encoder, 18 words, processor time",
                            "ms",
                            Samples.of(eighteenWords).median(),
                            null,
                            new Figure.Goal.AtMost(12),
                            rounds),
                    new Figure(
                            "scorer over encoder, processor time",
                            "ms",
                            Samples.of(scored).median(),
                            Samples.of(encoded).median(),
                            new Figure.Goal.AtMost(1.15),
                            rounds));
        }
    }

    private static void assess(Assessor assessor, Sample sample) {
        assessor.assess(sample.key(), AnswerInput.typed(sample.text()));
    }

    /** The mean processor time of the process. The clock ticks every ten milliseconds, so all samples are timed together. */
    private double milliseconds(Executor callers, Deed deed) {
        long begin = PROCESS.getProcessCpuTime();
        CompletableFuture.allOf(samples.stream()
                        .map(sample -> CompletableFuture.runAsync(() -> deed.accept(sample), callers))
                        .toArray(CompletableFuture[]::new))
                .join();
        return (PROCESS.getProcessCpuTime() - begin) / 1e6 / samples.size();
    }

    private record Sample(AnswerKey key, String text) {}

    /** What is done with a sample answer. */
    @FunctionalInterface
    private interface Deed {
        void accept(Sample sample);
    }
}
