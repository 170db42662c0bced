package dev.greenroom.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final UUID WEBHOOK = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);

    private final Secret secret = Secret.random(new SecureRandom());

    private record Settings(int perTenant, Optional<List<String>> sealingKeys) implements WebhookSettings {}

    private static Sealing sealing(int... keys) {
        List<String> texts = Arrays.stream(keys).mapToObj(SealingTest::key).toList();
        return new Sealing(new Settings(3, Optional.of(texts).filter(some -> !some.isEmpty())), new SecureRandom());
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void opensWhatItSealed() {
        byte[] stored = sealing(1).seal(secret, WEBHOOK);

        assertThat(sealing(1).open(stored, WEBHOOK)).isEqualTo(secret);
        assertThat(hex(stored)).doesNotContain(hex(secret.bytes()));
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(sealing(1).seal(secret, WEBHOOK)).isNotEqualTo(sealing(1).seal(secret, WEBHOOK));
    }

    @Test
    void opensNothingInAnotherRow() {
        byte[] stored = sealing(1).seal(secret, WEBHOOK);

        assertThatThrownBy(() -> sealing(1).open(stored, OTHER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingThatWasTamperedWith() {
        byte[] stored = sealing(1).seal(secret, WEBHOOK);
        stored[stored.length - 1] ^= 1;

        assertThatThrownBy(() -> sealing(1).open(stored, WEBHOOK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensByTheKeyOfBeforeWhileKeysChange() {
        byte[] old = sealing(1).seal(secret, WEBHOOK);
        byte[] plain = sealing().seal(secret, WEBHOOK);
        Sealing both = sealing(2, 1);

        assertThat(Stream.of(old, plain).map(stored -> both.open(stored, WEBHOOK)))
                .containsOnly(secret);
        byte[] renewed = both.seal(secret, WEBHOOK);
        assertThat(sealing(2).open(renewed, WEBHOOK)).isEqualTo(secret);
        assertThatThrownBy(() -> sealing(2).open(old, WEBHOOK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAKeyOfAnotherLengthWithoutTellingIt() {
        String text = Base64.getEncoder().encodeToString(new byte[] {7, 7, 7});

        assertThatThrownBy(() -> new Sealing(new Settings(3, Optional.of(List.of(text))), new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(text);
    }

    @Test
    void showsNoSecretWhereItIsPrinted() {
        assertThat(secret.text()).startsWith("whsec_").hasSize(50);
        assertThat(secret.toString()).isEqualTo("whsec_…");
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
