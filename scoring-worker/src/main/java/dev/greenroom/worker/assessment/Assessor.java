package dev.greenroom.worker.assessment;

import dev.greenroom.worker.encoder.Encoder;
import dev.greenroom.worker.rubric.Feature;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Scores answers without a network. Thread-safe, for any number of callers, virtual threads among them: the work is done
 * by as many platform threads as there are cores, so that native code never pins a carrier.
 *
 * <p>The same answer and key give the same assessment, to the last digit and but for its latency.
 */
public final class Assessor implements AutoCloseable {

    private static final int KEYS_KEPT = 512;

    private final Encoder encoder;
    private final ExecutorService cores;
    private final StudiedKeys keys;
    private final Scoring scoring;

    private Assessor(Encoder encoder, GradeModel model, int threads) {
        this.encoder = encoder;
        this.cores = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("scoring-", 0).factory());
        this.keys = new StudiedKeys(KEYS_KEPT, key -> KeyStudy.study(key, encoder::encode, model));
        this.scoring = new Scoring(encoder, keys);
    }

    /** Loads the encoder, which takes a second or two, and starts the threads. */
    public static Assessor open() {
        return new Assessor(
                Encoder.open(), GradeModel.load(), Runtime.getRuntime().availableProcessors());
    }

    /** Scores an answer; waits for a free core. */
    public Assessment assess(AnswerKey key, AnswerInput input) {
        return onACore(() -> scoring.assess(key, input));
    }

    /** What an answer's grade is computed from next to the first model answer; for those who fit the grade model. */
    public Map<Feature, Double> measure(AnswerKey key, String answer) {
        return onACore(() -> scoring.measure(key, answer));
    }

    /** Does once, and keeps, what all answers to a key need, so that the first of them isn't slow. */
    public void prepare(AnswerKey key) {
        onACore(() -> keys.require(key));
    }

    private <T> T onACore(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        cores.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    /** Finishes what has been asked for, then frees the native memory. */
    @Override
    public void close() {
        cores.close();
        encoder.close();
    }
}
