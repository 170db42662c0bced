package dev.greenroom.worker.encoder;

import dev.greenroom.worker.encoder.ProtoMessage.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Makes a model give the same numbers on all processors. The runtime's softmax adds up in as many lanes as the processor
 * has, so that its last digit is another one with AVX-512 than with AVX2; and where a model rounds what follows to eight
 * bits, a last digit may become the second one. The steps of which a softmax consists, each for itself, have no such lanes.
 *
 * <p>The fields are those of {@code onnx.proto3}.
 */
final class PortableSoftmax {

    private static final int GRAPH_OF_MODEL = 7;
    private static final int NODE_OF_GRAPH = 1;
    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int OPERATOR = 4;
    private static final int ATTRIBUTE = 5;
    private static final int INTEGERS = 7;

    /** The last dimension in four. */
    private static final int DIMENSION = 3;

    private PortableSoftmax() {}

    /**
     * The model with each softmax taken to pieces, and the rest of it as it is.
     *
     * @param model of an operator set before 13, with each softmax over the last of four dimensions
     * @throws IOException when it can't be read
     */
    static byte[] in(byte[] model) throws IOException {
        ProtoMessage portable = new ProtoMessage();
        for (Field field : ProtoMessage.read(ByteBuffer.wrap(model))) {
            if (field.number() == GRAPH_OF_MODEL) {
                portable.nested(GRAPH_OF_MODEL, graph(field.value()));
            } else {
                portable.field(field);
            }
        }
        return portable.bytes();
    }

    private static ProtoMessage graph(ByteBuffer graph) throws IOException {
        ProtoMessage portable = new ProtoMessage();
        for (Field field : ProtoMessage.read(graph)) {
            if (field.number() == NODE_OF_GRAPH && isSoftmax(field.value())) {
                steps(field.value()).forEach(step -> portable.nested(NODE_OF_GRAPH, step));
            } else {
                portable.field(field);
            }
        }
        return portable;
    }

    private static boolean isSoftmax(ByteBuffer node) throws IOException {
        return text(node, OPERATOR).equals("Softmax");
    }

    /** The largest is taken off first, lest a power be infinite. */
    private static List<ProtoMessage> steps(ByteBuffer softmax) throws IOException {
        String input = text(softmax, INPUT);
        String output = text(softmax, OUTPUT);
        String largest = output + "/largest";
        String less = output + "/less";
        String powers = output + "/powers";
        String sum = output + "/sum";
        return List.of(
                overLastDimension("ReduceMax", largest, input),
                node("Sub", less, input, largest),
                node("Exp", powers, less),
                overLastDimension("ReduceSum", sum, powers),
                node("Div", output, powers, sum));
    }

    private static ProtoMessage node(String operator, String output, String... inputs) {
        ProtoMessage node = new ProtoMessage().text(OPERATOR, operator).text(OUTPUT, output);
        for (String input : inputs) {
            node.text(INPUT, input);
        }
        return node;
    }

    private static ProtoMessage overLastDimension(String operator, String output, String input) {
        ProtoMessage axes =
                new ProtoMessage().text(1, "axes").number(8, DIMENSION).number(20, INTEGERS);
        return node(operator, output, input).nested(ATTRIBUTE, axes);
    }

    private static String text(ByteBuffer node, int number) throws IOException {
        return ProtoMessage.read(node).stream()
                .filter(field -> field.number() == number)
                .findFirst()
                .map(Field::text)
                .orElseThrow(() -> new IOException("A node has no field " + number));
    }
}
