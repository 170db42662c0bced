package dev.greenroom.worker.intake;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where announcements come from. Each batch has to be settled before the next one is polled; what is not settled comes
 * again, here or at another worker. Belongs to one thread.
 */
interface AnswerSource extends AutoCloseable {

    /** The next batch; empty if none came in time. */
    List<ConsumerRecord<String, String>> poll(Duration patience);

    /** Tells the brokers that the last batch is dealt with. If they don't hear it, the batch comes again. */
    void settle();

    /** Leaves the group, so that others get at once what was not settled. */
    @Override
    void close();
}
