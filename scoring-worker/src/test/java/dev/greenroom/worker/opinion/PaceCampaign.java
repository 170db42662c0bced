package dev.greenroom.worker.opinion;

import static org.awaitility.Awaitility.await;

import dev.greenroom.localstack.chat.ChatServer;
import dev.greenroom.localstack.chat.ChatServerTestResource;
import dev.greenroom.worker.lease.InFlight;
import dev.greenroom.worker.publishing.Publishing;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What campaigns with a provider on the wire have in common. */
abstract class PaceCampaign {

    final ChatServer provider = ChatServerTestResource.server();

    @Inject
    DataSource dataSource;

    @Inject
    Publishing publishing;

    @Inject
    InFlight inFlight;

    Pace pace;

    @BeforeEach
    void open() {
        pace = new Pace(dataSource, publishing);
    }

    @AfterEach
    void finish() {
        provider.letGo();
        await().atMost(Pace.PATIENCE).until(inFlight::isEmpty);
    }
}
