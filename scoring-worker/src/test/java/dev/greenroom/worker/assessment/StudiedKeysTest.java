package dev.greenroom.worker.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.worker.encoder.Encoder;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudiedKeysTest {

    private static final long PLENTY = 1L << 30;

    private final List<String> studied = new ArrayList<>();
    private final StudiedKey small = study();

    private static StudiedKey study() {
        GradeModel model = GradeModel.load();
        try (Encoder encoder = Encoder.open(model.commonPart())) {
            return KeyStudy.study(Keys.key("django-csrf-protection"), encoder::encode, model);
        }
    }

    private StudiedKey note(AnswerKey key) {
        synchronized (studied) {
            studied.add(key.reference());
        }
        return small;
    }

    @Test
    void studiesAKeyOnceForAllWhoAsk() {
        // given
        studied.clear();
        StudiedKeys keys = new StudiedKeys(PLENTY, this::note);

        // when
        Stream.generate(() -> CompletableFuture.runAsync(() -> keys.require(key("one"))))
                .limit(20)
                .toList()
                .forEach(CompletableFuture::join);

        // then
        assertThat(studied).containsExactly("one");
    }

    @Test
    void keepsNoMoreThanThereIsRoomFor() {
        // given
        studied.clear();
        StudiedKeys keys = new StudiedKeys(small.references().size() * 2L, this::note);

        // when
        List.of("one", "two", "three", "four").forEach(reference -> keys.require(key(reference)));

        // then
        assertThat(keys.haveRoom()).isFalse();
        List.of("one", "two", "three", "four").forEach(reference -> keys.require(key(reference)));
        assertThat(studied).hasSizeGreaterThan(4);
    }

    @Test
    void triesAgainAfterAFailure() {
        // given
        studied.clear();
        StudiedKeys keys = new StudiedKeys(PLENTY, key -> {
            note(key);
            throw new IllegalStateException("no luck");
        });
        assertThatThrownBy(() -> keys.require(key("one"))).hasMessage("no luck");

        // when
        assertThatThrownBy(() -> keys.require(key("one"))).hasMessage("no luck");

        // then
        assertThat(studied).containsExactly("one", "one");
    }

    private static AnswerKey key(String reference) {
        AnswerKey key = Keys.key("django-csrf-protection");
        return new AnswerKey(reference, key.prompt(), key.modelAnswers(), key.concepts(), key.samples(), key.rubric());
    }
}
