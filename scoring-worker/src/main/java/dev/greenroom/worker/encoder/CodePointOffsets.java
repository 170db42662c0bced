package dev.greenroom.worker.encoder;

/** Translates offsets that count code points, as the tokenizer does, into offsets in UTF-16 code units. */
final class CodePointOffsets {

    private final String text;
    private final boolean same;
    private int codePoint;
    private int codeUnit;

    CodePointOffsets(String text) {
        this.text = text;
        this.same = text.codePointCount(0, text.length()) == text.length();
    }

    /** Quick when offsets are asked for in the order of the text. */
    int inCodeUnits(int offset) {
        if (same) {
            return offset;
        }
        codeUnit = text.offsetByCodePoints(codeUnit, offset - codePoint);
        codePoint = offset;
        return codeUnit;
    }
}
