package dev.greenroom.worker.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How announced answers come in. */
@ConfigMapping(prefix = "greenroom.intake")
public interface IntakeConfig {

    /** Share groups need Kafka 4.2; with a consumer group no more workers are busy than there are partitions. */
    @WithDefault("share-group")
    Protocol protocol();

    @WithDefault("greenroom-scoring")
    String group();

    /** How many answers are claimed in one statement at most; small enough to leave some for the other workers. */
    @WithDefault("32")
    int batchSize();

    /**
     * How many answers are being scored at most: enough to keep the encoder busy while others are read and written. Those
     * that wait for a second opinion don't count.
     */
    @WithDefault("64")
    int slots();

    /** How the brokers hand out work. */
    enum Protocol {
        SHARE_GROUP,
        CONSUMER_GROUP
    }
}
