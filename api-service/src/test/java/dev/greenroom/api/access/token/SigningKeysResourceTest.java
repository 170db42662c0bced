package dev.greenroom.api.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeysResourceTest {

    private static final Duration TTL = Duration.ofMinutes(15);

    @Inject
    SigningKeys keys;

    @Inject
    TokenSettings settings;

    @Inject
    Session database;

    private SigningKeys replicaAt(Instant time) {
        SigningKeys replica = new SigningKeys(settings, database, Clock.fixed(time, ZoneOffset.UTC));
        replica.refresh();
        return replica;
    }

    @Test
    void areTheSameOnEveryReplica() {
        SigningKeys other = replicaAt(Instant.now());

        assertThat(other.signer().id()).isEqualTo(keys.signer().id());
        assertThat(other.signer().jwk()).isEqualTo(keys.signer().jwk());
    }

    /** Only once: a second rotation would take the key of the tests from the database. */
    @Test
    void rotateWithNoticeAndVerifyTheOldOnesTokensToTheirEnd() {
        SigningKey old = keys.signer();
        Instant due = old.from().plus(settings.rotateEvery());

        SigningKeys first = replicaAt(due);
        SigningKeys before = replicaAt(due.plusSeconds(59));
        SigningKeys after = replicaAt(due.plusSeconds(60));

        assertThat(first.signer().id()).isEqualTo(old.id());
        assertThat(before.signer().id()).isEqualTo(old.id());
        SigningKey successor = after.signer();
        assertThat(successor.id()).isNotEqualTo(old.id());
        assertThat(before.find(successor.id())).isPresent();
        assertThat(replicaAt(due.plusSeconds(59).plus(TTL)).find(old.id())).isPresent();
        assertThat(replicaAt(due.plusSeconds(60).plus(TTL)).find(old.id())).isEmpty();
    }
}
