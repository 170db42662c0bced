package dev.greenroom.worker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InsistenceTest {

    private final AtomicInteger tries = new AtomicInteger();
    private final Insistence insistence = new Insistence(new Random());

    @Test
    void repeatsWorkUntilTheDatabaseIsBack() {
        // given
        AtomicInteger waits = new AtomicInteger();

        // when
        String result = insistence.insist(failing(3, "57P03"), waits::incrementAndGet);

        // then
        assertThat(result).isEqualTo("done");
        assertThat(tries).hasValue(4);
        assertThat(waits).hasValue(3);
    }

    @Test
    void doesNotRepeatWorkThatCannotSucceed() {
        // given
        Supplier<String> poison = failing(3, "23505");

        // when
        assertThatThrownBy(() -> insistence.insist(poison)).isInstanceOf(DatabaseTrouble.class);

        // then
        assertThat(tries).hasValue(1);
    }

    @Test
    void waitsForNothingOnceItIsStopped() {
        // given
        insistence.stop();

        // when
        assertThatThrownBy(() -> insistence.insist(failing(3, "57P03"))).isInstanceOf(DatabaseTrouble.class);

        // then
        assertThat(tries).hasValue(1);
    }

    private Supplier<String> failing(int times, String state) {
        return () -> {
            if (tries.incrementAndGet() <= times) {
                throw new DatabaseTrouble(new SQLException("the trouble", state));
            }
            return "done";
        };
    }
}
