package dev.greenroom.worker.encoder;

/**
 * An ONNX model of a single node, the product of a matrix and the transpose of another; the runtime knows products only
 * as parts of a model. The fields are those of {@code onnx.proto3}, IR version 8.
 */
final class GemmModel {

    /** The name of the input that is taken as it is. */
    static final String FIRST = "A";

    /** The name of the input that is transposed. */
    static final String SECOND = "B";

    private static final String PRODUCT = "Y";
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int INTEGER_ATTRIBUTE = 2;

    private GemmModel() {}

    static byte[] bytes() {
        ProtoMessage node = new ProtoMessage()
                .text(1, FIRST)
                .text(1, SECOND)
                .text(2, PRODUCT)
                .text(4, "Gemm")
                .nested(5, new ProtoMessage().text(1, "transB").number(3, 1).number(20, INTEGER_ATTRIBUTE));
        ProtoMessage graph = new ProtoMessage()
                .nested(1, node)
                .text(2, "products")
                .nested(11, matrix(FIRST, "rows", "dimensions"))
                .nested(11, matrix(SECOND, "columns", "dimensions"))
                .nested(12, matrix(PRODUCT, "rows", "columns"));
        return new ProtoMessage()
                .number(1, IR_VERSION)
                .nested(7, graph)
                .nested(8, new ProtoMessage().number(2, OPERATOR_SET))
                .bytes();
    }

    /** A value of two dimensions, which have names because their sizes differ from run to run. */
    private static ProtoMessage matrix(String name, String height, String width) {
        ProtoMessage shape = new ProtoMessage()
                .nested(1, new ProtoMessage().text(2, height))
                .nested(1, new ProtoMessage().text(2, width));
        ProtoMessage tensor = new ProtoMessage().number(1, FLOAT).nested(2, shape);
        return new ProtoMessage().text(1, name).nested(2, new ProtoMessage().nested(1, tensor));
    }
}
