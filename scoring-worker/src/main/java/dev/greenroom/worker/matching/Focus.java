package dev.greenroom.worker.matching;

import java.util.BitSet;

/**
 * How much of an answer is about its question. Who recites everything that comes to mind will touch each point somewhere;
 * that is no answer.
 *
 * @param share the share of the answer's letters in sentences that are near anything that the question's references say
 * @param strayed the length of the rest, that of the model answer, or some hundred and fifty words, being 1
 */
public record Focus(double share, double strayed) {

    /** That of an answer of which nothing is known but that it is one. */
    public static final Focus WHOLE = new Focus(1, 0);

    /** From this similarity on, a sentence is about the question: nine of ten in honest answers are. */
    private static final double NEAR = 0.4;

    /** From this similarity on, a sentence shows all that its words show: whoever answers may digress a little. */
    private static final double ABOUT = 0.3;

    /** Good answers keep more than this although a hundred words of padding stand behind them. */
    private static final double LEAST_SHARE = 0.4;

    /** Short digressions are only human. */
    private static final double LONG = 0.75;

    /** Nobody has to speak of other things for longer, however much there is about the question besides. */
    private static final double TOO_LONG = 1.5;

    /** A model answer may be short; nobody strays at length within fewer characters than these. */
    private static final int SHORTEST_LENGTH = 900;

    /** Compares an answer with its references; {@code modelLength} is that of the model answer, in characters. */
    public static Focus of(Matches matches, int modelLength) {
        AnswerText answer = matches.answer();
        BitSet near = new BitSet();
        int length = 0;
        for (int s = 0; s < answer.sentences().size(); s++) {
            near.set(s, matches.nearness(s) >= NEAR);
            length +=
                    answer.sentences().get(s).end() - answer.sentences().get(s).start();
        }
        double share = answer.shareOfWords(near);
        return new Focus(share, (1 - share) * length / Math.max(SHORTEST_LENGTH, modelLength));
    }

    /** How much a sentence is about the question, 0 to 1, by its similarity to the reference most like it. */
    static double relevance(double nearness) {
        return Math.min(1, nearness / ABOUT);
    }

    /** Whether the answer speaks of other things at length and hardly of what it was asked, or at great length. */
    public boolean lost() {
        return worth() < 1;
    }

    /** What the answer is worth, 0 to 1, in shares of what its sentences would be worth by themselves. */
    public double worth() {
        double byShare = strayed > LONG ? share / LEAST_SHARE : 1;
        double byLength = TOO_LONG / strayed;
        return Math.min(1, Math.min(byShare, byLength));
    }
}
