package dev.greenroom.api.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.api.webhook.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SigningTest {

    /** The example by which the libraries of Standard Webhooks are tested. */
    @Test
    void signsAsTheSpecificationDoes() {
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = Signing.sign(
                secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
