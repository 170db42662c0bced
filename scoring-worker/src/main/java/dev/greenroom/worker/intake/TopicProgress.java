package dev.greenroom.worker.intake;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * How far the workers have come in the topic. Messages are handed out in their order: an answer that was announced well
 * before those that come now, and that nobody has claimed, has lost its announcement. One announced later only waits.
 */
@Singleton
public final class TopicProgress {

    /** Longer than a member of a group takes to hear of its partition: until then it gets nothing, whatever waits. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private volatile Instant newest = Instant.MIN;
    private volatile boolean silent;
    private @Nullable Instant emptySince;

    public TopicProgress(Clock clock) {
        this.clock = clock;
    }

    /** Notes what a poll brought. To be called by one thread only. */
    public void note(List<ConsumerRecord<String, String>> messages) {
        if (messages.isEmpty()) {
            Instant now = clock.instant();
            emptySince = emptySince == null ? now : emptySince;
            silent = !now.isBefore(emptySince.plus(SILENCE));
            return;
        }
        emptySince = null;
        silent = false;
        for (ConsumerRecord<String, String> message : messages) {
            Instant sent = Instant.ofEpochMilli(message.timestamp());
            newest = sent.isAfter(newest) ? sent : newest;
        }
    }

    /**
     * Until when announcements have come to some worker, by the clocks of those who sent them: {@link Instant#MAX} when
     * nothing has come for a while, {@link Instant#MIN} before anything is known.
     */
    public Instant until() {
        return silent ? Instant.MAX : newest;
    }
}
