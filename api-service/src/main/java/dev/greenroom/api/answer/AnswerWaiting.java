package dev.greenroom.api.answer;

import dev.greenroom.api.live.AnswerNews;
import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
        AnswerView now = answers.get(tenant, answerId);
        if (patience.isZero() || now.status().isFinal()) {
            return now;
        }
        UUID id = IdKind.ANSWER.parse(answerId).orElseThrow();
        long deadline = System.nanoTime() + patience.toNanos();
        try (AnswerNews.Watch watch = news.watch(id)) {
            AnswerView seen = answers.get(tenant, answerId); // what happened between the first look and the watch
            while (!seen.status().isFinal() && watch.awaitNews(Duration.ofNanos(deadline - System.nanoTime()))) {
                seen = answers.get(tenant, answerId);
            }
            // News may be lost while Kafka is away: the last look makes sure that it costs time and never truth.
            return seen.status().isFinal() ? seen : answers.get(tenant, answerId);
        }
    }
}
