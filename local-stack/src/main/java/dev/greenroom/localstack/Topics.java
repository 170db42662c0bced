package dev.greenroom.localstack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** What an operator sets up in Kafka before the services start. */
public final class Topics {
    public static final String ANSWERS = "greenroom.answers";
    public static final String EVENTS = "greenroom.events";
    public static final String SCORING_GROUP = "greenroom-scoring";

    private static final int PARTITIONS = 1;
    private static final short REPLICAS = 1;
    private static final long PATIENCE_SECONDS = 30;

    private Topics() {}

    /** Creates the topics that are missing and sets where the scoring group begins. Safe to repeat. */
    public static void createIn(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            createMissing(admin);
            startAtTheEarliestAnswer(admin);
        }
    }

    private static void createMissing(Admin admin) {
        Set<String> present = await(admin.listTopics().names());
        List<NewTopic> missing = List.of(ANSWERS, EVENTS).stream()
                .filter(topic -> !present.contains(topic))
                .map(topic -> new NewTopic(topic, PARTITIONS, REPLICAS))
                .toList();
        await(admin.createTopics(missing).all());
    }

    /** A share group begins at the latest record by default, so answers that came before its first worker were lost. */
    private static void startAtTheEarliestAnswer(Admin admin) {
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, SCORING_GROUP);
        ConfigEntry earliest = new ConfigEntry("share.auto.offset.reset", "earliest");
        await(admin.incrementalAlterConfigs(
                        Map.of(group, List.of(new AlterConfigOp(earliest, AlterConfigOp.OpType.SET))))
                .all());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while setting up Kafka", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka could not be set up", e);
        }
    }
}
