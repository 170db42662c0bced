package dev.greenroom.api.live;

import dev.greenroom.model.event.DecodedEvent;
import dev.greenroom.model.event.EventCodec;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.event.Topics;
import dev.greenroom.model.interview.AnswerStatus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events topic from its end and without a group, so that every replica hears everything. What a replica
 * misses while Kafka is away its clients find in the database.
 */
@ApplicationScoped
class EventFeed {

    private static final Logger LOG = Logger.getLogger(EventFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final AnswerNews answers;
    private final SessionNews sessions;
    private final Event<EventsHeard> heard;
    private final Thread thread =
            Thread.ofPlatform().name("event-feed").daemon().unstarted(this::run);
    private final AtomicReference<@Nullable KafkaConsumer<String, String>> current = new AtomicReference<>();
    private volatile boolean stopping;

    EventFeed(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            AnswerNews answers,
            SessionNews sessions,
            Event<EventsHeard> heard) {
        this.answers = answers;
        this.sessions = sessions;
        this.heard = heard;
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A broker that comes back should not find us waiting out a gap; the defaults reach 1 s.
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        KafkaConsumer<String, String> consumer = current.get();
        if (consumer != null) {
            consumer.wakeup();
        }
        if (!thread.join(STOP_PATIENCE)) {
            thread.interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
                current.set(consumer);
                follow(consumer);
            } catch (WakeupException _) {
                return;
            } catch (KafkaException e) {
                LOG.warnf("The events topic cannot be read, trying again: %s", e.toString());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void follow(KafkaConsumer<String, String> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        while (!stopping) {
            ConsumerRecords<String, String> messages = consumer.poll(POLL);
            // Who begins to wait from now on looks into the database first, so what nobody waits for may be passed
            // over.
            if (answers.isAwaited() || sessions.isFollowed()) {
                messages.forEach(this::deliver);
            }
            if (!messages.isEmpty()) {
                heard.fire(new EventsHeard());
            }
        }
    }

    private void deliver(ConsumerRecord<String, String> message) {
        switch (EventCodec.decode(message.value())) {
            case DecodedEvent.Understood(var event) -> {
                sessions.publish(event.sessionId());
                if (event.answerId() != null && isLastWord(event.type())) {
                    answers.publish(event.answerId());
                }
            }
            case DecodedEvent.Unreadable(String reason) ->
                LOG.warnf("Passed over an unreadable event at offset %d: %s", message.offset(), reason);
        }
    }

    private static boolean isLastWord(EventType type) {
        return AnswerStatus.after(type).filter(AnswerStatus::isFinal).isPresent();
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_AFTER_TROUBLE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
