package dev.greenroom.worker.concept;

import dev.greenroom.worker.matching.Manner;
import dev.greenroom.worker.matching.Matches;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The concepts of a question with the scale of each; judges answers by them. */
public final class Concepts {

    private final List<ConceptJudge> judges;
    private final Polarity polarity;

    Concepts(List<ConceptJudge> judges, Polarity polarity) {
        this.judges = List.copyOf(judges);
        this.polarity = polarity;
    }

    /**
     * Judges each concept.
     *
     * @param manner how the answer is put: only one that explains can cover a concept
     */
    public Judgement judge(Matches matches, Manner manner) {
        double[] truths = IntStream.range(0, matches.answer().passages().size())
                .mapToDouble(passage -> similarity(matches, passage))
                .toArray();
        BitSet turned = polarity.turned(matches);
        ConceptJudge.Context context = new ConceptJudge.Context(truths, turned, manner.explains());
        return new Judgement(
                judges.stream().map(judge -> judge.judge(matches, context)).toList(),
                matches.answer().shareOfWords(turned));
    }

    /** How similar a passage is to the truth about any of the concepts. */
    private double similarity(Matches matches, int passage) {
        double highest = 0;
        for (ConceptJudge judge : judges) {
            highest = Math.max(highest, judge.texts().similarity(matches, passage));
        }
        return highest;
    }
}
