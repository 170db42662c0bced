package dev.greenroom.worker.concept;

import dev.greenroom.worker.matching.Matches;
import java.util.List;

/** The concepts of a question with the scale of each; judges answers by them. */
public final class Concepts {

    private final List<ConceptJudge> judges;

    Concepts(List<ConceptJudge> judges) {
        this.judges = List.copyOf(judges);
    }

    /**
     * Judges each concept, in the question's order.
     *
     * @param prose whether the answer is made of sentences; nothing else can cover a concept
     */
    public List<ConceptResult> judge(Matches matches, boolean prose) {
        return judges.stream().map(judge -> judge.judge(matches, prose)).toList();
    }
}
