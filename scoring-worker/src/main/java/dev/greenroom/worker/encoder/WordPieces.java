package dev.greenroom.worker.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** Splits text into the pieces that the model knows, all of them, however long the text is. Thread-safe. */
final class WordPieces implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;

    WordPieces(byte[] vocabulary) throws IOException {
        this.tokenizer = HuggingFaceTokenizer.newInstance(
                new ByteArrayInputStream(vocabulary),
                Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false"));
    }

    Pieces split(String text) {
        Encoding encoding = tokenizer.encode(readable(text), false, false);
        CharSpan[] spans = encoding.getCharTokenSpans();
        int[] starts = new int[spans.length];
        int[] ends = new int[spans.length];
        CodePointOffsets offsets = new CodePointOffsets(text);
        for (int i = 0; i < spans.length; i++) {
            starts[i] = offsets.inCodeUnits(spans[i].getStart());
            ends[i] = offsets.inCodeUnits(spans[i].getEnd());
        }
        return new Pieces(encoding.getIds(), encoding.getTokens(), starts, ends);
    }

    /** The native tokenizer takes neither NUL nor half a surrogate pair; a blank in their place keeps every offset. */
    private static String readable(String text) {
        StringBuilder readable = new StringBuilder(text);
        for (int i = 0; i < readable.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 2) {
                    i++;
                    continue;
                }
                readable.setCharAt(i, ' ');
            } else if (text.charAt(i) == 0) {
                readable.setCharAt(i, ' ');
            }
        }
        return readable.toString();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
