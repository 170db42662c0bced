package dev.greenroom.worker.encoder;

import java.io.IOException;
import java.io.InputStream;

/** The weights and the vocabulary of all-MiniLM-L6-v2, quantised to eight bits, as they lie on the class path. */
final class ModelFiles {

    static final String MODEL = "all-minilm-l6-v2-q";

    private ModelFiles() {}

    static byte[] weights() throws IOException {
        return read(MODEL + ".onnx");
    }

    static byte[] vocabulary() throws IOException {
        return read(MODEL + "-tokenizer.json");
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream stream = ModelFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("The encoder's file " + name + " is not on the class path");
            }
            return stream.readAllBytes();
        }
    }
}
