package dev.greenroom.worker.matching;

import dev.greenroom.model.evaluation.Evidence;
import java.util.Arrays;

/** Finds the words of an answer that carry a match. */
public final class Quotes {

    private static final double ENOUGH = 0.8;
    private static final double NEAR = 0.35;
    private static final int FEWEST_CHARACTERS = 24;

    private Quotes() {}

    /**
     * The shortest run of whole words in a passage that holds most of what it says of a reference; empty-handed is
     * impossible, as the passage itself is the last resort.
     */
    public static Evidence tightest(Matches matches, ReferenceText text, AnswerText.Passage passage) {
        AnswerText answer = matches.answer();
        if (answer.tokens().length == 0 || answer.firstToken(passage.from()) == answer.firstToken(passage.to())) {
            return Evidence.in(answer.text(), answer.start(passage), answer.end(passage));
        }
        Matches.Alignment alignment = matches.align(text, passage);
        int[] span = shortest(alignment);
        return wholeWords(
                answer,
                passage,
                answer.encoded().start(span[0]),
                answer.encoded().end(span[1]));
    }

    /** The first and last piece of the shortest stretch that holds the greater part of the near matches' strength. */
    private static int[] shortest(Matches.Alignment alignment) {
        int[] places = Arrays.stream(alignment.pieces).sorted().distinct().toArray();
        double enough = ENOUGH * strength(alignment, places[0], places[places.length - 1]);
        int[] shortest = {places[0], places[places.length - 1]};
        for (int from : places) {
            for (int to : places) {
                boolean shorter = to >= from && to - from < shortest[1] - shortest[0];
                if (shorter && strength(alignment, from, to) >= enough) {
                    shortest = new int[] {from, to};
                }
            }
        }
        return shortest;
    }

    private static double strength(Matches.Alignment alignment, int from, int to) {
        double sum = 0;
        for (int i = 0; i < alignment.pieces.length; i++) {
            boolean inside = alignment.pieces[i] >= from && alignment.pieces[i] <= to;
            sum += inside ? Math.max(0, alignment.strengths[i] - NEAR) : 0;
        }
        return sum;
    }

    /** Widens a stretch to whole words, and to a few of them, within its passage. */
    private static Evidence wholeWords(AnswerText answer, AnswerText.Passage passage, int start, int end) {
        String text = answer.text();
        int from = wordStart(text, start, answer.start(passage));
        int to = wordEnd(text, end, answer.end(passage));
        while (to - from < FEWEST_CHARACTERS && (from > answer.start(passage) || to < answer.end(passage))) {
            from = wordStart(text, blanksBefore(text, from, answer.start(passage)), answer.start(passage));
            to = wordEnd(text, blanksAfter(text, to, answer.end(passage)), answer.end(passage));
        }
        return Evidence.in(text, from, to);
    }

    private static int wordStart(String text, int from, int limit) {
        int start = from;
        while (start > limit && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int to, int limit) {
        int end = to;
        while (end < limit && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int blanksBefore(String text, int from, int limit) {
        int start = from;
        while (start > limit && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int blanksAfter(String text, int to, int limit) {
        int end = to;
        while (end < limit && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
