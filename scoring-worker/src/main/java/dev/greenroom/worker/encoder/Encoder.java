package dev.greenroom.worker.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The embedded sentence encoder. One pass gives the vectors of all word pieces and of the text as a whole.
 *
 * <p>Thread-safe; a call computes on the thread that makes it and on no other, in native code, so call it from platform
 * threads. The same text always gives the same vectors, whatever is encoded beside it.
 */
public final class Encoder implements AutoCloseable {

    private static final long OPENING = 101;
    private static final long CLOSING = 102;
    private static final int DIMENSIONS = Encoded.DIMENSIONS;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces wordPieces;
    private final CommonPart commonPart;

    private Encoder(CommonPart commonPart) throws OrtException, IOException {
        this.session = SingleThread.open(PortableSoftmax.in(ModelFiles.weights()));
        this.wordPieces = new WordPieces(ModelFiles.vocabulary());
        this.commonPart = commonPart;
    }

    /**
     * Loads the model from the class path, which takes about half a second.
     *
     * @param commonPart what is to be taken off the vectors of all pieces
     */
    public static Encoder open(CommonPart commonPart) {
        try {
            return new Encoder(commonPart);
        } catch (OrtException | IOException e) {
            throw new IllegalStateException("The encoder can't be loaded", e);
        }
    }

    /** The name that evaluations give as their model. */
    public String model() {
        return ModelFiles.MODEL;
    }

    /** Encodes all of a text; one longer than the model's window is read in windows that overlap. */
    public Encoded encode(String text) {
        return encode(new Respelling(wordPieces.split(text), Map.of()));
    }

    /**
     * The same, with words that the model doesn't know read as those that are meant. Their pieces stand where the words of
     * the text do.
     *
     * @param spelling from a word in lower case to the one that is meant: the word itself, if that can't be told
     */
    public Encoded encode(String text, UnaryOperator<String> spelling) {
        return encode(Respelling.of(text, wordPieces.split(text), spelling, wordPieces::split));
    }

    private Encoded encode(Respelling text) {
        Pieces pieces = text.pieces();
        Encoding encoding = new Encoding(pieces.size());
        for (Window window : Window.over(pieces.size())) {
            encoding.add(window, hiddenStates(pieces.between(OPENING, window.from(), window.to(), CLOSING)));
        }
        return new Encoded(text, encoding.states, commonPart, encoding.mean());
    }

    private float[] hiddenStates(long[] ids) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor inputs = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", inputs, "attention_mask", mask, "token_type_ids", types))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder failed on %d word pieces".formatted(ids.length), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder can't be closed", e);
        } finally {
            wordPieces.close();
        }
    }

    /** Gathers the hidden states of a text window by window. */
    private static final class Encoding {

        private final float[] states;
        private final float[] sum = new float[DIMENSIONS];

        Encoding(int pieces) {
            this.states = new float[pieces * DIMENSIONS];
        }

        void add(Window window, float[] seen) {
            int skipped = window.ownFrom() - window.from() + 1;
            int own = window.ownTo() - window.ownFrom();
            System.arraycopy(seen, skipped * DIMENSIONS, states, window.ownFrom() * DIMENSIONS, own * DIMENSIONS);
            addToSum(seen, 0);
            for (int i = 0; i < own; i++) {
                addToSum(seen, skipped + i);
            }
            addToSum(seen, seen.length / DIMENSIONS - 1);
        }

        private void addToSum(float[] seen, int position) {
            Vectors.add(seen, position * DIMENSIONS, 1, sum);
        }

        /** The mean of all that was seen, scaled to length 1. */
        float[] mean() {
            Vectors.normalise(sum, 0, DIMENSIONS);
            return sum;
        }
    }
}
