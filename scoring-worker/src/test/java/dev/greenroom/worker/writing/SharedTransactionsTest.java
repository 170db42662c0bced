package dev.greenroom.worker.writing;

import static dev.greenroom.worker.writing.UnstoredResults.result;
import static dev.greenroom.worker.writing.UnstoredResults.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.greenroom.model.interview.Session;
import dev.greenroom.worker.writing.SharedTransactions.Expectation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedTransactionsTest {

    private static final Executor THREADS = Thread::startVirtualThread;

    private final List<List<UUID>> transactions = new CopyOnWriteArrayList<>();
    private final SharedTransactions shared = new SharedTransactions(this::commit);

    /** Results of this answer can't be written, nor those beside it. */
    private final ScoredAnswer poison = result(session(99));

    private Set<UUID> commit(List<ScoredAnswer> results) {
        transactions.add(results.stream().map(ScoredAnswer::answerId).toList());
        if (results.contains(poison)) {
            throw new IllegalArgumentException("poison");
        }
        return results.stream().map(ScoredAnswer::answerId).collect(Collectors.toSet());
    }

    @Test
    void writesALoneResultByItself() {
        // given
        ScoredAnswer result = result(session(1));

        // when
        boolean counts = shared.expect().write(result);

        // then
        assertThat(counts).isTrue();
        assertThat(transactions).containsExactly(List.of(result.answerId()));
    }

    @Test
    void writesAFullGroupAlthoughMoreAreExpected() {
        // given
        List<ScoredAnswer> results = IntStream.range(0, SharedTransactions.MOST)
                .mapToObj(i -> result(session(i)))
                .toList();
        List<Expectation> expected = results.stream().map(_ -> shared.expect()).toList();

        // when
        List<CompletableFuture<Boolean>> written;
        try (Expectation _ = shared.expect()) {
            written = write(expected, results);
            assertThat(written).allSatisfy(counts -> assertThat(counts.join()).isTrue());
        }

        // then
        assertThat(transactions)
                .anySatisfy(transaction -> assertThat(transaction).hasSizeGreaterThan(1));
        assertThat(transactions.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        results.stream().map(ScoredAnswer::answerId).toList());
    }

    @Test
    void doesNotWaitForAnAnswerThatCouldNotBeScored() {
        // given
        Expectation failing = shared.expect();
        Expectation expected = shared.expect();
        CompletableFuture<Boolean> written =
                CompletableFuture.supplyAsync(() -> expected.write(result(session(1))), THREADS);

        // when
        failing.close();
        failing.close();

        // then
        assertThat(written.join()).isTrue();
        assertThat(shared.expect().write(result(session(2)))).isTrue();
    }

    @Test
    void doesNotWaitForEverForALateOne() {
        // given
        Expectation late = shared.expect();

        // when
        boolean counts = shared.expect().write(result(session(1)));

        // then
        assertThat(counts).isTrue();
        late.close();
    }

    @Test
    void writesTwoResultsOfOneSessionOneAfterTheOther() {
        // given
        Session session = session(1);
        List<ScoredAnswer> results = List.of(result(session), result(session));
        List<Expectation> expected = results.stream().map(_ -> shared.expect()).toList();

        // when
        List<CompletableFuture<Boolean>> written = write(expected, results);

        // then
        assertThat(written).allSatisfy(counts -> assertThat(counts.join()).isTrue());
        assertThat(transactions)
                .hasSize(2)
                .allSatisfy(transaction -> assertThat(transaction).hasSize(1));
    }

    @Test
    void writesEachByItselfAfterAFailure() {
        // given
        ScoredAnswer sound = result(session(1));
        List<Expectation> expected = List.of(shared.expect(), shared.expect());

        // when
        List<CompletableFuture<Boolean>> written = write(expected, List.of(sound, poison));

        // then
        assertThat(written.getFirst().join()).isTrue();
        assertThatThrownBy(() -> written.getLast().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("poison");
        assertThat(transactions).contains(List.of(sound.answerId()), List.of(poison.answerId()));
    }

    @Test
    void sharesATransactionAmongThoseThatAreExpected() {
        // given
        List<ScoredAnswer> results =
                Stream.of(1, 2, 3).map(i -> result(session(i))).toList();

        // when
        await().untilAsserted(() -> {
            transactions.clear();
            List<Expectation> expected =
                    results.stream().map(_ -> shared.expect()).toList();
            write(expected, results).forEach(CompletableFuture::join);

            // then
            assertThat(transactions)
                    .singleElement()
                    .satisfies(transaction -> assertThat(transaction).hasSize(3));
        });
    }

    private static List<CompletableFuture<Boolean>> write(List<Expectation> expected, List<ScoredAnswer> results) {
        return IntStream.range(0, results.size())
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> expected.get(i).write(results.get(i)), THREADS))
                .toList();
    }
}
