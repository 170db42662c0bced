package dev.greenroom.worker.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WindowTest {

    @Property
    void givesEachPieceToOneWindowThatReadsIt(@ForAll @IntRange(max = 12_000) int pieces) {
        // when
        List<Window> windows = Window.over(pieces);

        // then
        int next = 0;
        for (Window window : windows) {
            assertThat(window.ownFrom()).isEqualTo(next).isGreaterThanOrEqualTo(window.from());
            assertThat(window.ownTo()).isLessThanOrEqualTo(window.to());
            assertThat(window.to() - window.from()).isLessThanOrEqualTo(Window.WIDTH);
            next = window.ownTo();
        }
        assertThat(next).isEqualTo(pieces);
    }
}
