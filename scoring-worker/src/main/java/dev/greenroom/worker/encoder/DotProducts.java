package dev.greenroom.worker.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** The dot products of many vectors with many, computed by the encoder's runtime on the thread that asks. */
final class DotProducts {

    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    /** Lives as long as the process, as the environment does. */
    private static final OrtSession SESSION = open();

    /**
     * Native memory, in which the runtime reads without a copy of its own, as much as each thread has needed at most. Buffers
     * that live as long as what they hold would be given back only when the old generation is collected.
     */
    private static final ThreadLocal<FloatBuffer> ROOM = ThreadLocal.withInitial(() -> allocate(0));

    private DotProducts() {}

    private static OrtSession open() {
        try {
            return SingleThread.open(GemmModel.bytes());
        } catch (OrtException e) {
            throw new IllegalStateException("The product of matrices can't be loaded", e);
        }
    }

    /** Takes vectors one after the other, and gives for each of the first its products with all of the second. */
    static float[] of(float[] first, float[] second, int dimensions) {
        long[] firstShape = {first.length / dimensions, dimensions};
        long[] secondShape = {second.length / dimensions, dimensions};
        FloatBuffer room = room(first.length + second.length).put(first).put(second);
        try (OnnxTensor a = OnnxTensor.createTensor(ENVIRONMENT, room.slice(0, first.length), firstShape);
                OnnxTensor b =
                        OnnxTensor.createTensor(ENVIRONMENT, room.slice(first.length, second.length), secondShape);
                OrtSession.Result result = SESSION.run(Map.of(GemmModel.FIRST, a, GemmModel.SECOND, b))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "The product of %d and %d vectors failed".formatted(firstShape[0], secondShape[0]), e);
        }
    }

    private static FloatBuffer room(int size) {
        if (ROOM.get().capacity() < size) {
            ROOM.set(allocate(size));
        }
        return ROOM.get().clear();
    }

    private static FloatBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
