package dev.greenroom.worker.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortableSoftmaxTest {

    private static final float[][] LOGITS = {{1, 2, 3, 4.5f, -2}, {0, 0, 0, 0, 0}, {-1000, 1000, 999, 0, -3}};

    @Test
    void givesTheSharesThatTheRuntimesSoftmaxGives() throws Exception {
        // given
        byte[] model = model(softmax());

        // when
        float[][] shares = run(PortableSoftmax.in(model));

        // then
        float[][] expected = run(model);
        for (int row = 0; row < LOGITS.length; row++) {
            assertThat(shares[row]).containsExactly(expected[row], within(1e-6f));
        }
        assertThat(PortableSoftmax.in(model)).isNotEqualTo(model);
    }

    @Test
    void leavesOtherNodesAsTheyAre() throws Exception {
        assertThat(PortableSoftmax.in(model(node("Erf")))).isEqualTo(model(node("Erf")));
    }

    @Test
    void leavesAlsoFieldsAsTheyAreWhoseLengthIsFixed() throws Exception {
        byte[] message = {(1 << 3) | 5, 1, 2, 3, 4, (2 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8};

        assertThat(PortableSoftmax.in(message)).isEqualTo(message);
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatIOException().isThrownBy(() -> PortableSoftmax.in(new byte[] {(7 << 3) | 2, 100, 1}));
        assertThatIOException().isThrownBy(() -> PortableSoftmax.in(new byte[] {(7 << 3) | 2, -1}));
        assertThatIOException().isThrownBy(() -> PortableSoftmax.in(new byte[] {(7 << 3) | 4}));
        assertThatIOException()
                .as("a graph of one node without operator")
                .isThrownBy(() -> PortableSoftmax.in(new byte[] {(7 << 3) | 2, 2, (1 << 3) | 2, 0}));
    }

    private static ProtoMessage softmax() {
        ProtoMessage axis = new ProtoMessage().text(1, "axis").number(3, 3).number(20, 2);
        return node("Softmax").nested(5, axis);
    }

    private static ProtoMessage node(String operator) {
        return new ProtoMessage().text(1, "X").text(2, "Y").text(4, operator);
    }

    /** A model of one node with one input and one output. */
    private static byte[] model(ProtoMessage node) {
        ProtoMessage graph = new ProtoMessage()
                .nested(1, node)
                .text(2, "graph")
                .nested(11, logits("X"))
                .nested(12, logits("Y"));
        return new ProtoMessage()
                .number(1, 6)
                .nested(7, graph)
                .nested(8, new ProtoMessage().number(2, 11))
                .bytes();
    }

    private static ProtoMessage logits(String name) {
        ProtoMessage shape = new ProtoMessage();
        for (int length : new int[] {1, 1, LOGITS.length, LOGITS[0].length}) {
            shape.nested(1, new ProtoMessage().number(1, length));
        }
        ProtoMessage tensor = new ProtoMessage().number(1, 1).nested(2, shape);
        return new ProtoMessage().text(1, name).nested(2, new ProtoMessage().nested(1, tensor));
    }

    private static float[][] run(byte[] model) throws OrtException {
        try (OrtSession session = SingleThread.open(model);
                OnnxTensor logits =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new float[][][][] {{LOGITS}});
                OrtSession.Result result = session.run(Map.of("X", logits))) {
            return ((float[][][][]) result.get(0).getValue())[0][0];
        }
    }
}
