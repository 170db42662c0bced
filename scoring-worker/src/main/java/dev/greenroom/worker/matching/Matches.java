package dev.greenroom.worker.matching;

import dev.greenroom.worker.encoder.TokenMatrix;
import java.util.Arrays;
import java.util.List;

/** How well an answer matches each of its references: the cosines between their tokens, reduced to what is asked for. */
public final class Matches {

    private final References references;
    private final AnswerText answer;
    private final int sentences;

    /** Cosines of each row of the references with each token. */
    private final float[][] cosines;

    /** Best cosine of any token of a sentence, by row and sentence. */
    private final float[] best;

    /** Cosine between a text and a passage as wholes, by text and passage. */
    private final float[] whole;

    /** Similarity of a text and a passage, by text and passage. */
    private final float[] similarities;

    /** Similarity of each sentence and the reference most like it. */
    private final float[] nearness;

    public Matches(References references, AnswerText answer) {
        this.references = references;
        this.answer = answer;
        this.sentences = answer.sentences().size();
        this.cosines = cosines();
        this.best = bestCosines();
        this.whole = wholeCosines();
        this.similarities = similarities();
        this.nearness = nearness();
    }

    public AnswerText answer() {
        return answer;
    }

    private float[][] cosines() {
        float[] tokens = answer.tokenVectors();
        float[][] rows = new float[references.rowCount()][answer.tokens().length];
        for (int m = 0; m < references.rows().size(); m++) {
            float[][] ofTokens = references.rows().get(m).cosines(tokens);
            int from = m * References.ROWS_PER_MATRIX;
            for (int row = from; row < Math.min(from + References.ROWS_PER_MATRIX, rows.length); row++) {
                for (int token = 0; token < rows[row].length; token++) {
                    rows[row][token] = ofTokens[token][row - from];
                }
            }
        }
        return rows;
    }

    private float[] bestCosines() {
        float[] table = new float[references.rowCount() * sentences];
        for (int row = 0; row < references.rowCount(); row++) {
            for (int s = 0; s < sentences; s++) {
                table[row * sentences + s] = highest(cosines[row], answer.firstToken(s), answer.firstToken(s + 1));
            }
        }
        return table;
    }

    private static float highest(float[] row, int from, int to) {
        float highest = 0;
        for (int t = from; t < to; t++) {
            highest = Math.max(highest, row[t]);
        }
        return highest;
    }

    private float[] wholeCosines() {
        List<AnswerText.Passage> passages = answer.passages();
        TokenMatrix vectors =
                TokenMatrix.of(passages.stream().map(answer::vector).toList());
        float[][] ofTexts = vectors.cosines(references.sentences());
        float[] table = new float[references.texts().size() * passages.size()];
        for (int text = 0; text < references.texts().size(); text++) {
            System.arraycopy(ofTexts[text], 0, table, text * passages.size(), passages.size());
        }
        return table;
    }

    private float[] similarities() {
        List<AnswerText.Passage> passages = answer.passages();
        float[] table = new float[references.texts().size() * passages.size()];
        int at = 0;
        for (ReferenceText text : references.texts()) {
            for (int p = 0; p < passages.size(); p++) {
                table[at] = (float) ((recall(text, passages.get(p)) + whole[at]) / 2);
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
        return similarities[text.index() * answer.passages().size() + passage];
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
        return whole[text.index() * answer.passages().size() + passage];
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
                highest = Math.max(highest, relevance[s] * best[text.row(i) * sentences + s]);
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
            highest = Math.max(highest, cosines[row][token]);
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
            highest = Math.max(highest, best[row * sentences + s]);
        }
        return highest;
    }

    /** Where each token of a reference is said best within a passage: cosines and indices of word pieces. */
    Alignment align(ReferenceText text, AnswerText.Passage passage) {
        int from = answer.firstToken(passage.from());
        int to = answer.firstToken(passage.to());
        Alignment alignment = new Alignment(text.size());
        for (int i = 0; i < text.size(); i++) {
            float[] row = cosines[text.row(i)];
            alignment.set(i, argmax(row, from, to), row, text.weight(i));
        }
        return alignment.toPieces(answer.tokens());
    }

    private static int argmax(float[] row, int from, int to) {
        int highest = from;
        for (int t = from + 1; t < to; t++) {
            if (row[t] > row[highest]) {
                highest = t;
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

        void set(int token, int place, float[] row, float weight) {
            pieces[token] = place;
            strengths[token] = weight * row[place];
        }

        Alignment toPieces(int[] tokens) {
            Arrays.setAll(pieces, i -> tokens[pieces[i]]);
            return this;
        }
    }
}
