package dev.greenroom.worker.language;

import dev.greenroom.model.evaluation.Evidence;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A text made from another one, that knows for each of its characters where it stood in the original. */
public final class TracedText {

    private static final Map<Integer, String> TYPOGRAPHY = Map.ofEntries(
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201B, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2212, "-"));

    private final String original;
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private TracedText(String original) {
        this.original = original;
    }

    /**
     * What a model may be shown: without control, zero-width and bidirectional characters, runs of blanks as one. Line
     * breaks stay, half surrogate pairs become U+FFFD.
     */
    public static TracedText plain(String original) {
        TracedText plain = new TracedText(original);
        plain.eachCharacter((at, end) -> plain.addPlain(original.codePointAt(at), at, end));
        return plain;
    }

    /** For comparisons: plain, compatibility-composed (NFKC), in lower case, with plain quotation marks and dashes. */
    public static TracedText folded(String original) {
        TracedText folded = new TracedText(original);
        int at = 0;
        while (at < original.length()) {
            int end = clusterEnd(original, at);
            folded.addFolded(at, end);
            at = end;
        }
        return folded;
    }

    /** The words of the original behind the first occurrence of some text in this one. */
    public Optional<Evidence> find(String some) {
        int at = some.isEmpty() ? -1 : text.indexOf(some);
        return at < 0 ? Optional.empty() : Optional.of(Evidence.in(original, starts[at], ends[at + some.length() - 1]));
    }

    @FunctionalInterface
    private interface CharacterReader {
        void read(int at, int end);
    }

    private void eachCharacter(CharacterReader reader) {
        int at = 0;
        while (at < original.length()) {
            int end = at + Character.charCount(original.codePointAt(at));
            reader.read(at, end);
            at = end;
        }
    }

    /** A character with the marks that combine with it: normalisation may join them, so they are traced as one. */
    private static int clusterEnd(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && combines(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean combines(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private void addPlain(int character, int start, int end) {
        switch (Character.getType(character)) {
            case Character.SURROGATE -> append("\uFFFD", start, end);
            case Character.CONTROL -> addBlank(character == '\n' ? "\n" : " ", start, end);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> addBlank("\n", start, end);
            case Character.SPACE_SEPARATOR -> addBlank(" ", start, end);
            case Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE -> {}
            default -> append(Character.toString(character), start, end);
        }
    }

    private void addBlank(String blank, int start, int end) {
        boolean run = !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
        if (!run) {
            append(blank, start, end);
        } else if (blank.equals("\n")) {
            text.setCharAt(text.length() - 1, '\n');
        }
    }

    private void addFolded(int start, int end) {
        String cluster = original.substring(start, end);
        String known = TYPOGRAPHY.get(cluster.codePointAt(0));
        String folded = known != null ? known : Normalizer.normalize(cluster, Normalizer.Form.NFKC);
        folded.toLowerCase(Locale.ROOT).codePoints().forEach(character -> {
            addPlain(character == '\n' ? ' ' : character, start, end);
            if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
                text.setCharAt(text.length() - 1, ' ');
            }
        });
    }

    private void append(String some, int start, int end) {
        int needed = text.length() + some.length();
        if (needed > starts.length) {
            starts = Arrays.copyOf(starts, 2 * needed);
            ends = Arrays.copyOf(ends, 2 * needed);
        }
        Arrays.fill(starts, text.length(), needed, start);
        Arrays.fill(ends, text.length(), needed, end);
        text.append(some);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
