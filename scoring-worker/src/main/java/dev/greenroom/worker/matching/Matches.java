package dev.greenroom.worker.matching;

import java.util.Arrays;
import java.util.List;

/** How well an answer matches each of its references: the cosines between their tokens, reduced to what is asked for. */
public final class Matches {

    private final References references;
    private final AnswerText answer;
    private final int sentences;
    private final int rowCount;

    /** Cosines of each token with each row of the references, by token and row. */
    private final float[] cosines;

    /** Best cosine of any token of a sentence, by sentence and row. */
    private final float[][] best;

    /** Cosine between a passage and a text as wholes, by passage and text. */
    private final float[] whole;

    /** Similarity of a passage and a text, by passage and text. */
    private final float[] similarities;

    /** Similarity of each sentence and the reference most like it. */
    private final float[] nearness;

    public Matches(References references, AnswerText answer) {
        this.references = references;
        this.answer = answer;
        this.sentences = answer.sentences().size();
        this.rowCount = references.rows().size();
        this.cosines = references.rows().cosines(answer.tokenVectors());
        this.best = bestCosines();
        this.whole = references.wholes().cosines(answer.passageVectors());
        this.similarities = similarities();
        this.nearness = nearness();
    }

    public AnswerText answer() {
        return answer;
    }

    private float[][] bestCosines() {
        float[][] table = new float[sentences][rowCount];
        for (int s = 0; s < sentences; s++) {
            for (int token = answer.firstToken(s); token < answer.firstToken(s + 1); token++) {
                raise(table[s], cosines, token * rowCount);
            }
        }
        return table;
    }

    /** Raises each value to the one at its place among the others, from an index on, where that is higher. */
    private static void raise(float[] values, float[] others, int from) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], others[from + i]);
        }
    }

    private float[] similarities() {
        float[] table = new float[whole.length];
        int at = 0;
        for (AnswerText.Passage passage : answer.passages()) {
            for (ReferenceText text : references.texts()) {
                table[at] = (float) ((recall(text, passage) + whole[at]) / 2);
                at++;
            }
        }
        return table;
    }

    private float[] nearness() {
        float[] highest = new float[sentences];
        List<AnswerText.Passage> passages = answer.passages();
        for (int p = 0; p < passages.size(); p++) {
            if (passages.get(p).length() == 1) {
                highest[passages.get(p).from()] = highestSimilarity(p);
            }
        }
        return highest;
    }

    /** How similar a reference is to the passage of that index: half its recall, half the cosine of the two as wholes. */
    public double similarity(ReferenceText text, int passage) {
        return similarities[passage * references.texts().size() + text.index()];
    }

    private float highestSimilarity(int passage) {
        double highest = 0;
        for (ReferenceText text : references.texts()) {
            if (text.size() > 0) {
                highest = Math.max(highest, similarity(text, passage));
            }
        }
        return (float) highest;
    }

    /** How similar the sentence of that index is to the reference most like it. */
    double nearness(int sentence) {
        return nearness[sentence];
    }

    /** The cosine between a reference and the passage of that index, each taken as a whole. */
    public double cosine(ReferenceText text, int passage) {
        return whole[passage * references.texts().size() + text.index()];
    }

    /**
     * The share of a reference that a passage says: the mean over the reference's informative tokens of the best cosine
     * to any token of the passage.
     */
    public double recall(ReferenceText text, AnswerText.Passage passage) {
        double sum = 0;
        for (int i = 0; i < text.size(); i++) {
            sum += text.weight(i) * best(text.row(i), passage.from(), passage.to());
        }
        return text.totalWeight() == 0 ? 0 : sum / text.totalWeight();
    }

    /**
     * The same for the answer as a whole, in which a sentence shows less the less it is about the question: words that are
     * added for another purpose are near to some token or other as well.
     */
    public double recall(ReferenceText text) {
        float[] relevance = new float[sentences];
        for (int s = 0; s < sentences; s++) {
            relevance[s] = (float) Focus.relevance(nearness[s]);
        }
        double sum = 0;
        for (int i = 0; i < text.size(); i++) {
            float highest = 0;
            for (int s = 0; s < sentences; s++) {
                highest = Math.max(highest, relevance[s] * best[s][text.row(i)]);
            }
            sum += text.weight(i) * highest;
        }
        return text.totalWeight() == 0 ? 0 : sum / text.totalWeight();
    }

    /**
     * The share of the answer that a reference says: the mean over the answer's informative tokens of the best cosine to
     * any token of the reference, those that the question says already counting little.
     */
    public double precision(ReferenceText text) {
        double sum = 0;
        double total = 0;
        for (int t = 0; t < answer.tokens().length; t++) {
            float weight = QuestionText.newness(nearest(references.question().rows(), t));
            sum += weight * nearest(text.rows(), t);
            total += weight;
        }
        return total == 0 ? 0 : sum / total;
    }

    private float nearest(int[] rows, int token) {
        float highest = 0;
        for (int row : rows) {
            highest = Math.max(highest, cosines[token * rowCount + row]);
        }
        return highest;
    }

    /** The best cosine of any token of the answer. */
    float best(int row) {
        return best(row, 0, sentences);
    }

    private float best(int row, int from, int to) {
        float highest = 0;
        for (int s = from; s < to; s++) {
            highest = Math.max(highest, best[s][row]);
        }
        return highest;
    }

    /** Where each token of a reference is said best within a passage: cosines and indices of word pieces. */
    Alignment align(ReferenceText text, AnswerText.Passage passage) {
        int from = answer.firstToken(passage.from());
        int to = answer.firstToken(passage.to());
        Alignment alignment = new Alignment(text.size());
        for (int i = 0; i < text.size(); i++) {
            int nearest = argmax(text.row(i), from, to);
            alignment.set(i, nearest, text.weight(i) * cosines[nearest * rowCount + text.row(i)]);
        }
        return alignment.toPieces(answer.tokens());
    }

    private int argmax(int row, int from, int to) {
        int highest = from;
        for (int token = from + 1; token < to; token++) {
            if (cosines[token * rowCount + row] > cosines[highest * rowCount + row]) {
                highest = token;
            }
        }
        return highest;
    }

    /** For each token of a reference the piece of the answer that says it, and how well. */
    static final class Alignment {

        final int[] pieces;
        final double[] strengths;

        Alignment(int size) {
            this.pieces = new int[size];
            this.strengths = new double[size];
        }

        void set(int token, int place, double strength) {
            pieces[token] = place;
            strengths[token] = strength;
        }

        Alignment toPieces(int[] tokens) {
            Arrays.setAll(pieces, i -> tokens[pieces[i]]);
            return this;
        }
    }
}
