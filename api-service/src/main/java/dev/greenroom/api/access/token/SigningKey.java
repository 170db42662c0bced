package dev.greenroom.api.access.token;

import java.time.Instant;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/**
 * A key pair for tokens.
 *
 * @param id the thumbprint of RFC 7638
 * @param from when it begins to sign; it verifies before, so that no replica meets a signature that it does not know
 * @param until when the last token that it signed has run out
 */
record SigningKey(String id, EllipticCurveJsonWebKey pair, Instant from, Instant until) {

    static SigningKey of(EllipticCurveJsonWebKey pair, Instant from) {
        String id = Base64Url.encode(pair.calculateThumbprint(HashUtil.SHA_256));
        return new SigningKey(id, pair, from, Instant.MAX);
    }

    SigningKey endingAt(Instant end) {
        return new SigningKey(id, pair, from, end);
    }

    static SigningKey random(Instant from) {
        try {
            return of(EcJwkGenerator.generateJwk(EllipticCurves.P256), from);
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }

    static SigningKey parse(String jwk, Instant from) {
        try {
            return of((EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(jwk), from);
        } catch (JoseException e) {
            throw new IllegalStateException("A signing key of the database can't be read", e);
        }
    }

    String jwk() {
        return pair.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return id;
    }
}
