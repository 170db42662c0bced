package dev.greenroom.api.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database by AES-256-GCM (NIST SP 800-38D), each for its endpoint, so that a sealed secret opens in
 * no other row. The operator's keys may change: the first seals, and all open.
 */
@ApplicationScoped
public class Sealing {

    private static final byte PLAIN = 0;
    private static final byte SEALED = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final RandomGenerator randomness;

    Sealing(WebhookSettings settings, RandomGenerator randomness) {
        this.keys = settings.sealingKeys().orElse(List.of()).stream()
                .map(Sealing::key)
                .toList();
        this.randomness = randomness;
    }

    /** Without the key in the message, which goes to the log. */
    private static SecretKeySpec key(String text) {
        byte[] bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A key of greenroom.webhook.endpoint.sealing-keys has to be 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(Secret secret, UUID webhook) {
        byte[] bytes = secret.bytes();
        if (keys.isEmpty()) {
            return ByteBuffer.allocate(1 + bytes.length).put(PLAIN).put(bytes).array();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        randomness.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, bytes, webhook);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(SEALED)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The secret again; fails if none of the keys opens it. */
    public Secret open(byte[] stored, UUID webhook) {
        ByteBuffer content = ByteBuffer.wrap(stored);
        if (content.get() == PLAIN) {
            return Secret.of(rest(content));
        }
        byte[] nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        byte[] sealed = rest(content);
        for (SecretKeySpec key : keys) {
            byte[] opened = apply(Cipher.DECRYPT_MODE, key, nonce, sealed, webhook);
            if (opened.length > 0) {
                return Secret.of(opened);
            }
        }
        throw new IllegalStateException(
                "No key of greenroom.webhook.endpoint.sealing-keys opens the secret of " + webhook);
    }

    private static byte[] rest(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    /** Returns nothing if the key is the wrong one. */
    private static byte[] apply(int mode, SecretKeySpec key, byte[] nonce, byte[] content, UUID webhook) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(webhook.getMostSignificantBits())
                    .putLong(webhook.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(content);
        } catch (AEADBadTagException _) {
            return new byte[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }
}
