package dev.greenroom.api.access.token;

import static dev.greenroom.api.ApiTest.asHolderOf;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.token;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an attacker may try who knows the public key and has a token of their own. */
@QuarkusTest
class ForgedTokensResourceTest {

    @Inject
    SigningKeys keys;

    private String session = "";
    private String good = "";

    @BeforeEach
    void takePart() {
        session = startSession("{\"topic\": \"django\"}");
        good = token(session);
    }

    @Test
    void ofOursAreTaken() {
        asHolderOf(good).get("/v1/sessions/" + session).then().statusCode(200);
        asHolderOf(signed(_ -> {})).get("/v1/sessions/" + session).then().statusCode(200);
    }

    @TestFactory
    Stream<DynamicTest> areRefused() throws Exception {
        EllipticCurveJsonWebKey foreign = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        EllipticCurveJsonWebKey p384 = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        Key open = keys.signer().pair().getECPublicKey();
        byte[] spki = open.getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(spki)
                + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(
                refused("no algorithm", with("none", null, our())),
                refused("no algorithm, in capitals", header("{\"alg\":\"NONE\",\"kid\":\"" + our() + "\"}")),
                refused("HMAC with the public key", with("HS256", new HmacKey(spki), our())),
                refused(
                        "HMAC with the public key as PEM",
                        with("HS256", new HmacKey(pem.getBytes(StandardCharsets.US_ASCII)), our())),
                refused("RSA under our id", with("RS256", rsa.generateKeyPair().getPrivate(), our())),
                refused("another curve under our id", with("ES384", p384.getPrivateKey(), our())),
                refused("a foreign key under our id", with("ES256", foreign.getPrivateKey(), our())),
                refused("a foreign key under its id", with("ES256", foreign.getPrivateKey(), "mine")),
                refused("a path for an id", with("ES256", foreign.getPrivateKey(), "../../../../dev/null")),
                refused("SQL for an id", with("ES256", foreign.getPrivateKey(), "' or '1'='1")),
                refused("no id", with("ES256", foreign.getPrivateKey(), null)),
                refused("its key in the header", bringing(foreign, "jwk")),
                refused("an address of its key", bringing(foreign, "jku")),
                refused("an address of its certificate", bringing(foreign, "x5u")),
                refused(
                        "a signature of zeros",
                        unsigned(good) + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64])),
                refused("an empty signature", unsigned(good)),
                refused("a signature cut short", good.substring(0, good.length() - 4)),
                refused(
                        "a signature of another token",
                        unsigned(good) + signatureOf(signed(claims -> claims.setJwtId("x")))),
                refused("another session in its body", tampered()),
                refused("another audience", signed(claims -> claims.setAudience("elsewhere"))),
                refused("no audience", signed(claims -> claims.unsetClaim("aud"))),
                refused("another issuer", signed(claims -> claims.setIssuer("elsewhere"))),
                refused("no issuer", signed(claims -> claims.unsetClaim("iss"))),
                refused("expired", signed(claims -> claims.setExpirationTimeMinutesInTheFuture(-1))),
                refused("without an end", signed(claims -> claims.unsetClaim("exp"))),
                refused("before its time", signed(claims -> claims.setNotBeforeMinutesInThePast(-5))),
                refused("no session", signed(claims -> claims.unsetClaim("sub"))),
                refused("an answer for a session", signed(claims -> claims.setSubject("ans_0000000000000000000000"))),
                refused("no tenant", signed(claims -> claims.unsetClaim("tenant"))),
                refused("a tenant that is no id", signed(claims -> claims.setStringClaim("tenant", "default"))),
                refused("no first time", signed(claims -> claims.unsetClaim("auth_time"))),
                refused("a critical header", critical()),
                refused("no token at all", "a.b.c"),
                refused("encrypted", "a.b.c.d.e"),
                refused("dots", "..."));
    }

    private DynamicTest refused(String name, String token) {
        String path = "/v1/sessions/" + session;
        return DynamicTest.dynamicTest(
                name, () -> asHolderOf(token).get(path).then().statusCode(401).body("code", is("unauthenticated")));
    }

    @Test
    void ofAnotherTenantOpenNothingHere() {
        String foreign = signed(claims -> claims.setStringClaim("tenant", new UUID(4, 7).toString()));

        asHolderOf(foreign)
                .get("/v1/sessions/" + session)
                .then()
                .statusCode(404)
                .body("code", is("session_not_found"));
    }

    private String our() {
        return keys.signer().id();
    }

    @FunctionalInterface
    private interface Change {
        void on(JwtClaims claims);
    }

    private JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("greenroom");
        claims.setAudience("greenroom-session");
        claims.setSubject(session);
        claims.setStringClaim("tenant", tenantOf(good));
        claims.setNumericDateClaim("auth_time", NumericDate.now());
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    private static String tenantOf(String token) {
        return body(token).replaceAll(".*\"tenant\":\"([^\"]*)\".*", "$1");
    }

    private static String body(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    /** A token that differs in one claim, signed by the service's own key. */
    private String signed(Change change) {
        JwtClaims claims = claims();
        change.on(claims);
        return sign(claims, "ES256", keys.signer().pair().getPrivateKey(), our(), token -> token);
    }

    private String with(String algorithm, @Nullable Key key, @Nullable String id) {
        return sign(claims(), algorithm, key, id, token -> token);
    }

    private String bringing(EllipticCurveJsonWebKey foreign, String header) {
        return sign(claims(), "ES256", foreign.getPrivateKey(), "mine", token -> {
            if (header.equals("jwk")) {
                token.setJwkHeader(foreign);
            } else {
                token.setHeader(
                        header,
                        "http://127.0.0.1:9/"
                                + foreign.toJson(OutputControlLevel.PUBLIC_ONLY).length());
            }
            return token;
        });
    }

    private String critical() {
        return sign(claims(), "ES256", keys.signer().pair().getPrivateKey(), our(), token -> {
            token.setCriticalHeaderNames("x-must-understand");
            token.setHeader("x-must-understand", "yes");
            return token;
        });
    }

    private static String sign(
            JwtClaims claims,
            String algorithm,
            @Nullable Key key,
            @Nullable String id,
            UnaryOperator<JsonWebSignature> headers) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        if (id != null) {
            token.setKeyIdHeaderValue(id);
        }
        token.setPayload(claims.toJson());
        token.setKey(key);
        token.setDoKeyValidation(false);
        try {
            return headers.apply(token).getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "."
                + good.split("\\.", -1)[1] + ".";
    }

    private static String unsigned(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private String tampered() {
        String other = startSession("{\"topic\": \"django\"}");
        String body = body(good).replace(session, other);
        String[] parts = good.split("\\.", -1);
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(body.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }
}
