package dev.greenroom.api.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemKeysTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), text);
    }

    private static KeyPair pair(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(content));
    }

    private static String pem(KeyPair secret, KeyPair open) {
        return block("PRIVATE KEY", secret.getPrivate().getEncoded())
                + block("PUBLIC KEY", open.getPublic().getEncoded());
    }

    @Test
    void readsAPair() throws Exception {
        KeyPair pair = pair("secp256r1");

        SigningKey key = PemKeys.read(file(pem(pair, pair)));

        assertThat(key.pair().getPublicKey()).isEqualTo(pair.getPublic());
        assertThat(key.pair().getPrivateKey()).isEqualTo(pair.getPrivate());
        assertThat(key.id()).hasSize(43);
    }

    @Test
    void refusesKeysOfTwoPairs() throws Exception {
        Path file = file(pem(pair("secp256r1"), pair("secp256r1")));

        assertThatThrownBy(() -> PemKeys.read(file)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherCurve() throws Exception {
        KeyPair pair = pair("secp384r1");
        Path file = file(pem(pair, pair));

        assertThatThrownBy(() -> PemKeys.read(file)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Path file = file(block("PRIVATE KEY", pair("secp256r1").getPrivate().getEncoded()));

        assertThatThrownBy(() -> PemKeys.read(file)).hasMessageContaining("greenroom.token.signing-keys");
    }
}
