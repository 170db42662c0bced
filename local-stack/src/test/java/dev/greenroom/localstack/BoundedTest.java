package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BoundedTest {

    @Test
    void doesTheWork() {
        AtomicBoolean done = new AtomicBoolean();

        assertThat(Bounded.run("quick", Duration.ofSeconds(10), () -> done.set(true)))
                .isTrue();
        assertThat(done).isTrue();
    }

    @Test
    void goesOnWithoutWorkThatHangs() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(Bounded.run("hanging", Duration.ofMillis(50), () -> await(never)))
                .isFalse();
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
