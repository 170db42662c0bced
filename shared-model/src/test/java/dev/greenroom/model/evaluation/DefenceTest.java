package dev.greenroom.model.evaluation;

import static dev.greenroom.model.evaluation.Defence.CONTRADICTED;
import static dev.greenroom.model.evaluation.Defence.FOLDED;
import static dev.greenroom.model.evaluation.Defence.HELD;
import static dev.greenroom.model.evaluation.Defence.NOT_PROBED;
import static dev.greenroom.model.evaluation.Defence.REPAIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DefenceTest {

    @Example
    void ofAThreadIsThatOfTheLastFollowUp() {
        assertThat(Defence.ofThread(List.of(FOLDED, REPAIRED))).isEqualTo(REPAIRED);
        assertThat(Defence.ofThread(List.of(REPAIRED, HELD, FOLDED))).isEqualTo(FOLDED);
    }

    @Example
    void ofAThreadPassesOverWhatTellsNothing() {
        assertThat(Defence.ofThread(List.of(REPAIRED, NOT_PROBED))).isEqualTo(REPAIRED);
        assertThat(Defence.ofThread(List.of(NOT_PROBED))).isEqualTo(NOT_PROBED);
        assertThat(Defence.ofThread(List.of())).isEqualTo(NOT_PROBED);
    }

    @Property
    void aContradictionStaysOne(@ForAll List<Defence> before, @ForAll List<Defence> after) {
        List<Defence> thread = new ArrayList<>(before);
        thread.add(CONTRADICTED);
        thread.addAll(after);

        assertThat(Defence.ofThread(thread)).isEqualTo(CONTRADICTED);
    }
}
