package dev.greenroom.api.webhook.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.api.webhook.target.Target;
import dev.greenroom.api.webhook.target.Targets;
import dev.greenroom.model.json.StoredJson;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Makes one attempt: looks where the endpoint is, signs, sends. */
@ApplicationScoped
class Trying {

    private final Targets targets;
    private final Signing signing;
    private final Posting posting;
    private final Clock clock;

    Trying(Targets targets, Signing signing, DeliverySettings settings, Vertx vertx, Clock clock) {
        this.targets = targets;
        this.signing = signing;
        this.posting = new Posting(vertx, new HttpClientOptions(), settings.atOnce(), settings.patience());
        this.clock = clock;
    }

    /** Blocks until the endpoint has answered or the patience is over. */
    Tried attempt(Claimed claimed) throws InterruptedException {
        Instant start = clock.instant();
        Reply reply = switch (targets.look(claimed.endpoint().url())) {
            case Target.Closed(String why) -> new Reply.Unanswered(why);
            case Target.Open open -> posting.send(post(claimed, open, start));
        };
        return new Tried(reply, start, Duration.between(start, clock.instant()));
    }

    private Post post(Claimed claimed, Target.Open target, Instant now) {
        String body = json(claimed.message());
        return new Post(target, target.address(claimed.attempt()), signing.headers(claimed, body, now), body);
    }

    private static String json(Message message) {
        try {
            return StoredJson.MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        posting.close();
    }

    /** What came of it. */
    record Tried(Reply reply, Instant at, Duration duration) {

        Attempt attempt() {
            return Attempt.of(at, duration.toMillis(), reply);
        }
    }
}
