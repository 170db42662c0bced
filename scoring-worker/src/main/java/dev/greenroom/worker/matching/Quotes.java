package dev.greenroom.worker.matching;

import dev.greenroom.model.evaluation.Evidence;
import java.util.Arrays;

/** Finds the words of an answer that carry a match. */
public final class Quotes {

    private static final double ENOUGH = 0.8;
    private static final double NEAR = 0.35;

    /** How many characters a quote may grow by, at either end, to begin or end with its clause. */
    private static final int REACH = 48;

    private static final int QUOTABLE = 240;
    private static final String CLAUSE_MARKS = ",;:.!?";

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

    /** The whole passage, or what carries the match where the passage is too long to quote. */
    public static Evidence whole(Matches matches, ReferenceText text, AnswerText.Passage passage) {
        AnswerText answer = matches.answer();
        return answer.end(passage) - answer.start(passage) <= QUOTABLE
                ? Evidence.in(answer.text(), answer.start(passage), answer.end(passage))
                : tightest(matches, text, passage);
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

    /** Widens a stretch to whole words, or to its clause where that is not far, within its passage. */
    private static Evidence wholeWords(AnswerText answer, AnswerText.Passage passage, int start, int end) {
        String text = answer.text();
        int first = answer.start(passage);
        int last = answer.end(passage);
        int from = clauseStart(text, wordStart(text, start, first), first);
        int to = clauseEnd(text, wordEnd(text, end, last), last);
        return Evidence.in(text, from, to);
    }

    private static int clauseStart(String text, int from, int limit) {
        int start = from;
        while (start > limit && !endsClause(text, start - 1)) {
            start = wordStart(text, blanksBefore(text, start, limit), limit);
        }
        return from - start <= REACH ? start : from;
    }

    private static int clauseEnd(String text, int to, int limit) {
        int end = to;
        while (end < limit && !CLAUSE_MARKS.contains(text.substring(end - 1, end))) {
            end = wordEnd(text, blanksAfter(text, end, limit), limit);
        }
        return end - to <= REACH ? end : to;
    }

    /** Whether the blanks that end at an offset follow a mark that ends a clause. */
    private static boolean endsClause(String text, int offset) {
        int last = offset;
        while (last > 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return last < offset && CLAUSE_MARKS.contains(text.substring(last, last + 1));
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
