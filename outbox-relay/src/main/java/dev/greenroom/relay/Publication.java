package dev.greenroom.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Sends rows and waits until the brokers have them all. */
final class Publication {

    private final Producer<String, String> producer;

    Publication(Producer<String, String> producer) {
        this.producer = producer;
    }

    /** Returns when every row is safe on the brokers; on a failure some of them may be. */
    void publish(List<OutboxRow> rows) throws Unpublished, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sent.add(send(row));
        }
        for (Future<RecordMetadata> acknowledgement : sent) {
            await(acknowledgement);
        }
    }

    private Future<RecordMetadata> send(OutboxRow row) throws Unpublished, InterruptedException {
        try {
            Future<RecordMetadata> acknowledgement = producer.send(row.toRecord());
            // Without a broker each send may block for seconds and then fail by itself: the first failure is enough.
            if (acknowledgement.isDone()) {
                await(acknowledgement);
            }
            return acknowledgement;
        } catch (InterruptException _) {
            throw new InterruptedException("Interrupted while sending");
        } catch (KafkaException e) {
            throw new Unpublished(e);
        }
    }

    private static void await(Future<RecordMetadata> acknowledgement) throws Unpublished, InterruptedException {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw new Unpublished(e.getCause() == null ? e : e.getCause());
        }
    }
}
