package dev.greenroom.worker.intake;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.Map;

/** Opens the source that the configuration asks for. */
@Singleton
final class AnswerSources {

    private final Map<String, Object> connection;
    private final IntakeConfig config;

    AnswerSources(@Identifier("default-kafka-broker") Map<String, Object> connection, IntakeConfig config) {
        this.connection = connection;
        this.config = config;
    }

    AnswerSource open() {
        return switch (config.protocol()) {
            case SHARE_GROUP -> new ShareGroupSource(connection, config);
            case CONSUMER_GROUP -> new ConsumerGroupSource(connection, config);
        };
    }
}
