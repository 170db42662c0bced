package dev.greenroom.api.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Tells those who follow a session that its history has grown. News may be lost while Kafka is away, so that who must
 * not miss anything looks into the table from time to time.
 */
@ApplicationScoped
public class SessionNews {

    private final Listeners followers = new Listeners();

    /**
     * Starts to listen for news of a session.
     *
     * @param listener called on the thread that brings the news, so that it must not block
     * @return ends it
     */
    public Subscription follow(UUID session, Runnable listener) {
        followers.add(session, listener);
        return () -> followers.remove(session, listener);
    }

    void publish(UUID session) {
        followers.call(session);
    }

    /** Whether anybody follows any session. */
    boolean isFollowed() {
        return !followers.isEmpty();
    }

    /** That somebody listens. */
    @FunctionalInterface
    public interface Subscription {

        void cancel();
    }
}
