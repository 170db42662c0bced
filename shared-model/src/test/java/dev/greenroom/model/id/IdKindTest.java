package dev.greenroom.model.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IdKindTest {

    @Property
    void everyIdReadsBackAsItself(@ForAll IdKind kind, @ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);

        assertThat(kind.parse(kind.format(id))).contains(id);
    }

    @Property
    void noTextIsReadThatIsNotTheCanonicalSpelling(@ForAll IdKind kind, @ForAll String text) {
        kind.parse(text).ifPresent(id -> assertThat(kind.format(id)).isEqualTo(text));
    }

    @Example
    void anIdOfAnotherKindIsNone() {
        String turn = IdKind.TURN.format(TimeOrderedIds.next());

        assertThat(IdKind.SESSION.parse(turn)).isEmpty();
    }

    @Example
    void anIdBeyondTheLastUuidIsNone() {
        assertThat(IdKind.SESSION.parse("ses_" + "z".repeat(22))).isEmpty();
    }

    @Example
    void textAndTimeHaveTheSameOrder() {
        List<UUID> ids = Stream.generate(TimeOrderedIds::next).limit(1_000).toList();

        assertThat(ids.stream().map(IdKind.ANSWER::format)).isSortedAccordingTo(Comparator.naturalOrder());
    }
}
