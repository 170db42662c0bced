package dev.greenroom.worker.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** The dot products of many vectors with many, computed by the encoder's runtime on the thread that asks. */
final class DotProducts {

    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    /** Lives as long as the process, as the environment does. */
    private static final OrtSession SESSION = open();

    private DotProducts() {}

    private static OrtSession open() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return ENVIRONMENT.createSession(GemmModel.bytes(), options);
        } catch (OrtException e) {
            throw new IllegalStateException("The product of matrices can't be loaded", e);
        }
    }

    /** Takes vectors one after the other, and gives for each of the first its products with all of the second. */
    static float[] of(FloatBuffer first, FloatBuffer second, int dimensions) {
        long[] firstShape = {first.remaining() / dimensions, dimensions};
        long[] secondShape = {second.remaining() / dimensions, dimensions};
        try (OnnxTensor a = OnnxTensor.createTensor(ENVIRONMENT, first, firstShape);
                OnnxTensor b = OnnxTensor.createTensor(ENVIRONMENT, second, secondShape);
                OrtSession.Result result = SESSION.run(Map.of(GemmModel.FIRST, a, GemmModel.SECOND, b))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "The product of %d and %d vectors failed".formatted(firstShape[0], secondShape[0]), e);
        }
    }
}
