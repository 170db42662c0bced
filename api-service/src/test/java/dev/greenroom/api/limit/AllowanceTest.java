package dev.greenroom.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final LimitSettings.Rate RATE = Rates.of(30, Duration.ofMinutes(2));

    @Test
    void saysWhatThePolicyIs() {
        Allowance allowance = new Allowance(Quota.WRITES, RATE, true, 7, Duration.ofSeconds(92));

        assertThat(allowance.policyItem()).isEqualTo("\"writes\";q=30;w=120");
        assertThat(allowance.stateItem()).isEqualTo("\"writes\";r=7;t=92");
    }

    @Test
    void roundsTheTimeToWaitUp() {
        Allowance allowance = new Allowance(Quota.READS, RATE, false, 0, Duration.ofMillis(3_001));

        assertThat(allowance.waitSeconds()).isEqualTo(4);
        assertThat(allowance.stateItem()).isEqualTo("\"reads\";r=0;t=4");
    }

    @Test
    void showsABucketThatOwesAsEmpty() {
        Allowance allowance = new Allowance(Quota.READS, RATE, false, -5, Duration.ofSeconds(24));

        assertThat(allowance.stateItem()).isEqualTo("\"reads\";r=0;t=24");
    }
}
