package dev.greenroom.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BandTest {

    @Property
    void aHigherScoreIsNeverInALowerBand(@ForAll @IntRange(max = 99) int score) {
        assertThat(Band.of(score + 1).from())
                .isGreaterThanOrEqualTo(Band.of(score).from());
    }

    @Example
    void theBandsBeginWhereTheContractSays() {
        assertThat(IntStream.of(100, 85, 84, 70, 69, 45, 44, 20, 19, 0).mapToObj(Band::of))
                .isEqualTo(List.of(
                        Band.STRONG,
                        Band.STRONG,
                        Band.SOLID,
                        Band.SOLID,
                        Band.PARTIAL,
                        Band.PARTIAL,
                        Band.WEAK,
                        Band.WEAK,
                        Band.NO_EVIDENCE,
                        Band.NO_EVIDENCE));
    }

    @Example
    void evidenceCannotLieAboutItsPlace() {
        assertThatThrownBy(() -> new Evidence("lazy", 3, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Evidence.in("it is lazy", 6, 10)).isEqualTo(new Evidence("lazy", 6, 10));
    }

    @Example
    void onlyAMissedConceptHasNoEvidence() {
        assertThatThrownBy(() -> new ConceptFinding("a", "A", ConceptState.COVERED, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConceptFinding("a", "A", ConceptState.MISSED, 1, List.of(new Evidence("x", 0, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
