package dev.greenroom.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many candidates at once, each answering turn by turn and waiting for the next one, as people do. */
final class Candidates {

    private static final List<String> ANSWERS = List.of(
            "You load the list with one query and then touch a relation of each row in the loop, so there is one more"
                    + " query per row. select_related joins a foreign key in, prefetch_related fetches many to many"
                    + " rows with a second query.",
            "A QuerySet is lazy: nothing is sent to the database until I iterate over it or call list or len on it.",
            "It has something to do with the database and the template I think.",
            "The middleware runs in order on the way in and in reverse on the way out, and one can answer early.");

    private final Client client;
    private final Consumer<String> started;
    private final AtomicInteger submitted = new AtomicInteger();

    Candidates(Client client) {
        this(client, _ -> {});
    }

    /**
     * Candidates whose sessions somebody wants to know.
     *
     * @param started gets the id of each session when it has begun
     */
    Candidates(Client client, Consumer<String> started) {
        this.client = client;
        this.started = started;
    }

    /** How many answers have been taken in so far. */
    int submitted() {
        return submitted.get();
    }

    /** Plays all sessions and returns when every answer has its feedback. */
    void play(Campaign campaign) throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newFixedThreadPool(campaign.clients())) {
            List<? extends Future<?>> interviews = IntStream.range(0, campaign.sessions())
                    .mapToObj(i ->
                            clients.submit(() -> interview(campaign.session(i, 8, 2), i, campaign.answersPerSession())))
                    .toList();
            for (Future<?> interview : interviews) {
                interview.get();
            }
        }
    }

    private void interview(Map<String, Object> order, int number, int answers) {
        JsonNode session = start(order);
        for (int i = 0; i < answers; i++) {
            if (session.path("currentTurnId").isNull()) {
                session = start(order);
            }
            JsonNode answer = client.submit(session, ANSWERS.get((number + i) % ANSWERS.size()))
                    .body();
            submitted.incrementAndGet();
            awaitFeedback(answer);
            session = client.session(session.path("id").asText());
        }
    }

    private JsonNode start(Map<String, Object> order) {
        JsonNode session = client.startSession(order);
        started.accept(session.path("id").asText());
        return session;
    }

    private void awaitFeedback(JsonNode answer) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                String status = client.await(answer, 20).path("status").asText();
                if (!List.of("QUEUED", "SCORING").contains(status)) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // the phone was out of reach for a moment: ask again
            }
        }
        throw new AssertionError("No feedback after three minutes for " + answer);
    }
}
