package dev.greenroom.worker.judge.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Candidates' words as one line of JSON between two lines with a code that nobody can know beforehand. */
public final class Fenced {

    private static final int FENCE_BYTES = 12;
    private static final ObjectWriter DATA = new JsonMapper().writer().with(new MarkupEscapes());

    private Fenced() {}

    public static String data(ObjectNode data, RandomGenerator random) {
        byte[] code = new byte[FENCE_BYTES];
        random.nextBytes(code);
        String fence = HexFormat.of().formatHex(code);
        try {
            return "DATA %s\n%s\nEND %s".formatted(fence, DATA.writeValueAsString(data), fence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    /** Some servers read the special tokens of their chat templates even inside messages; they begin with one of these. */
    private static final class MarkupEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;
        private static final String MARKUP = "<>[]|";

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            MARKUP.chars().forEach(mark -> codes[mark] = ESCAPE_CUSTOM);
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return new SerializedString("\\u%04x".formatted(character));
        }
    }
}
