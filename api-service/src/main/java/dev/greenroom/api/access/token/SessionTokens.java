package dev.greenroom.api.access.token;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Issues session tokens and tells whether one is of ours. */
@ApplicationScoped
public class SessionTokens {

    private static final String ISSUER = "greenroom";
    private static final String AUDIENCE = "greenroom-session";
    private static final String TENANT = "tenant";
    private static final String SINCE = "auth_time";

    private final SigningKeys keys;
    private final TokenSettings settings;
    private final Clock clock;

    SessionTokens(SigningKeys keys, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** A token for a session that the caller may open. A candidate's first one can be exchanged for a day only. */
    public SessionToken issue(Caller caller, UUID session) {
        Instant now = clock.instant();
        return switch (caller) {
            case Caller.KeyHolder holder -> sign(new Caller.Participant(holder.tenant(), session, now), now);
            case Caller.Participant participant -> sign(requireRenewable(participant, now), now);
        };
    }

    private Caller.Participant requireRenewable(Caller.Participant participant, Instant now) {
        if (participant.since().plus(settings.renewableFor()).isBefore(now)) {
            throw new Fault.Conflict(
                    "token_not_renewable", "The first token of this line is too old: have an API key make another.");
        }
        return participant;
    }

    private SessionToken sign(Caller.Participant participant, Instant now) {
        String session = IdKind.SESSION.format(participant.session());
        Instant end = Instant.ofEpochSecond(now.plus(settings.ttl()).getEpochSecond());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(session);
        claims.setStringClaim(TENANT, participant.tenant().toString());
        claims.setNumericDateClaim(
                SINCE, NumericDate.fromSeconds(participant.since().getEpochSecond()));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
        return new SessionToken(sign(claims), session, end);
    }

    private String sign(JwtClaims claims) {
        SigningKey key = keys.signer();
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(key.id());
        token.setPayload(claims.toJson());
        token.setKey(key.pair().getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A key of P-256 signs with ES256", e);
        }
    }

    /** Who holds the token; empty when it is none of ours, or no longer valid. Never blocks. */
    Optional<Caller.Participant> verify(String token) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                    .setVerificationKeyResolver((signature, _) -> key(signature))
                    .setExpectedIssuer(ISSUER)
                    .setExpectedAudience(AUDIENCE)
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            return read(claims);
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** By its id alone: a key, an address or a certificate that the token itself brings is never looked at. */
    private Key key(JsonWebStructure signature) throws UnresolvableKeyException {
        return Optional.ofNullable(signature.getKeyIdHeaderValue())
                .flatMap(keys::find)
                .map(key -> key.pair().getECPublicKey())
                .orElseThrow(() -> new UnresolvableKeyException("unknown key"));
    }

    private static Optional<Caller.Participant> read(JwtClaims claims) throws MalformedClaimException {
        NumericDate since = claims.getNumericDateClaimValue(SINCE);
        String tenant = claims.getStringClaimValue(TENANT);
        if (since == null || tenant == null) {
            return Optional.empty();
        }
        return IdKind.SESSION
                .parse(claims.getSubject())
                .map(session -> new Caller.Participant(
                        UUID.fromString(tenant), session, Instant.ofEpochSecond(since.getValue())));
    }
}
