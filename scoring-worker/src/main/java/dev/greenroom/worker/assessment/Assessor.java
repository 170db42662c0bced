package dev.greenroom.worker.assessment;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Encoder;
import dev.greenroom.worker.rubric.Feature;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Scores answers without a network. Thread-safe, for any number of callers, virtual threads among them: the work is done
 * by as many platform threads as there are cores, so that native code never pins a carrier.
 *
 * <p>The same answer and key give the same assessment, to the last digit and but for its latency.
 */
public final class Assessor implements AutoCloseable {

    /** Enough for each main question of the built-in bank and an eighth of the follow-ups. */
    private static final long MEMORY_FOR_KEYS = 64L << 20;

    private final Encoder encoder;
    private final ThreadPoolExecutor cores;
    private final StudiedKeys keys;
    private final Scoring scoring;

    private Assessor(Encoder encoder, Function<String, Encoded> keyEncoder, GradeModel model, int threads) {
        this.encoder = encoder;
        this.cores = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("scoring-", 0).factory());
        this.keys = new StudiedKeys(MEMORY_FOR_KEYS, key -> KeyStudy.study(key, keyEncoder, model));
        this.scoring = new Scoring(encoder, keys);
    }

    /** Loads the encoder, which takes a second or two, and starts the threads. */
    public static Assessor open() {
        return by(GradeModel.load());
    }

    /** The same with another grade model than the one that comes with the worker. */
    public static Assessor by(GradeModel model) {
        Encoder encoder = Encoder.open(model.commonPart());
        return over(encoder, encoder::encode, model);
    }

    /**
     * Takes over the encoder.
     *
     * @param encoder one that takes off the model's common part
     * @param keyEncoder encodes the texts of answer keys as the encoder would, or remembers how it did
     */
    static Assessor over(Encoder encoder, Function<String, Encoded> keyEncoder, GradeModel model) {
        return new Assessor(encoder, keyEncoder, model, Runtime.getRuntime().availableProcessors());
    }

    /** Scores an answer; waits for a free core. */
    public Assessment assess(AnswerKey key, AnswerInput input) {
        return onACore(() -> scoring.assess(key, input));
    }

    /** What an answer's grade is computed from next to the first model answer; for those who fit the grade model. */
    public Map<Feature, Double> measure(AnswerKey key, String answer) {
        return onACore(() -> scoring.measure(key, answer));
    }

    /** Does what all answers to a key need, so that the first of them isn't slow; nothing if there is no room to keep it. */
    public void prepare(AnswerKey key) {
        if (keys.haveRoom()) {
            onACore(() -> keys.require(key));
        }
    }

    /** Whether nobody waits for a core, or has one. */
    public boolean isIdle() {
        return cores.getActiveCount() == 0 && cores.getQueue().isEmpty();
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
