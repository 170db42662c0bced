package dev.greenroom.worker.concept;

import dev.greenroom.worker.matching.Matches;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A concept whose own texts have been read as if they were answers.
 *
 * @param right the matches of its right texts, in their order
 * @param wrong the matches of its misconceptions, in their order
 */
public record ConceptSample(ConceptTexts texts, List<Matches> right, List<Matches> wrong) {

    public ConceptSample {
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
    }

    /** Misconceptions with the words that set them and the truth apart. */
    List<Opposition> oppositions() {
        return IntStream.range(0, wrong.size())
                .mapToObj(i -> new Opposition(
                        texts.concept().misconceptions().get(i),
                        texts.wrong().get(i),
                        texts.wrong().get(i).distinguishedFrom(right),
                        texts.right().stream()
                                .map(text -> text.distinguishedFrom(List.of(wrong.get(i))))
                                .toList()))
                .toList();
    }
}
