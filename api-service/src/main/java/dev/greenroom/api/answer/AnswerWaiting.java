package dev.greenroom.api.answer;

import dev.greenroom.api.live.AnswerNews;
import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Holds a request until there is news of its answer. */
@ApplicationScoped
class AnswerWaiting {

    private final Answers answers;
    private final AnswerNews news;

    AnswerWaiting(Answers answers, AnswerNews news) {
        this.answers = answers;
        this.news = news;
    }

    /** The answer as soon as its status is final, or as it stands when the patience is over. */
    AnswerView await(UUID tenant, String answerId, Duration patience) {
        Optional<UUID> id = patience.isZero() ? Optional.empty() : IdKind.ANSWER.parse(answerId);
        return id.isEmpty() ? answers.get(tenant, answerId) : await(tenant, answerId, id.get(), patience);
    }

    private AnswerView await(UUID tenant, String answerId, UUID id, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (AnswerNews.Watch watch = news.watch(id)) { // before the first look, so that nothing happens in between
            AnswerView seen = answers.get(tenant, answerId);
            while (!seen.status().isFinal() && watch.awaitNews(Duration.ofNanos(deadline - System.nanoTime()))) {
                seen = answers.get(tenant, answerId);
            }
            // News may be lost while Kafka is away: the last look makes sure that it costs time and never truth.
            return seen.status().isFinal() ? seen : answers.get(tenant, answerId);
        }
    }
}
