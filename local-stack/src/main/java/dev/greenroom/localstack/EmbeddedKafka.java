package dev.greenroom.localstack;

import dev.greenroom.localstack.machine.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka in this JVM: one node that is broker and controller, reachable by the loopback interface only.
 *
 * <p>It can be stopped and started again on the same data and port.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedKafka.class.getName());
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final int NODE = 1;
    private static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=PLAINTEXT
            controller.listener.names=CONTROLLER

            auto.create.topics.enable=false
            group.initial.rebalance.delay.ms=0

            # A member learns its partitions by its second heartbeat: a worker has work half a second after it came, not 5 s.
            group.share.min.heartbeat.interval.ms=500
            group.share.heartbeat.interval.ms=500
            group.consumer.min.heartbeat.interval.ms=500
            group.consumer.heartbeat.interval.ms=500

            # One node can't hold the three copies that are the default, and needs no more partitions than one.
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1

            # After a kill the controller waits for the old broker's session to end: 7 s in all instead of 15.
            broker.session.timeout.ms=2000
            broker.heartbeat.interval.ms=500

            # The default takes 128 MB of memory for compacting logs much larger than ours.
            log.cleaner.dedupe.buffer.size=2097152
            """;

    private final Folder folder;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer server;

    private EmbeddedKafka(Folder folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** A stopped Kafka whose data is in the folder and stays there. */
    public static EmbeddedKafka on(Path folder, int port, int controllerPort) {
        return new EmbeddedKafka(Folder.kept(folder), port, controllerPort);
    }

    /** A stopped Kafka on free ports, whose data goes when it is closed. */
    public static EmbeddedKafka temporary() {
        return new EmbeddedKafka(Folder.temporary("greenroom-kafka"), Ports.findFree(), Ports.findFree());
    }

    /**
     * Returns when the broker takes requests; does nothing if it runs already.
     *
     * @throws PartFailed if it does not start
     */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        PartLogs.silence();
        formatOnce();
        KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(settings(), false), Time.SYSTEM);
        try {
            starting.startup();
        } catch (RuntimeException e) {
            shutDown(starting);
            throw new PartFailed(Console.KAFKA, "did not start", List.of(e.toString()), e);
        }
        server = starting;
    }

    public synchronized void stop() {
        if (server != null) {
            shutDown(server);
            server = null;
        }
    }

    public synchronized boolean isRunning() {
        return server != null;
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
        folder.deleteIfTemporary();
    }

    /** A broker that was only just started again may wait for its controller for minutes; it recovers from less. */
    private static void shutDown(KafkaRaftServer server) {
        boolean stopped = Bounded.run("kafka-stop", STOP_PATIENCE, () -> {
            server.shutdown();
            server.awaitShutdown();
        });
        if (!stopped) {
            LOG.log(System.Logger.Level.WARNING, "Kafka does not stop in time and is left to itself");
        }
    }

    private void formatOnce() {
        if (Files.exists(folder.path().resolve("meta.properties"))) {
            return;
        }
        String log = folder.path().toString();
        try {
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(log)
                    .addDirectory(log)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's folder could not be formatted: " + log, e);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(SETTINGS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        String controller = "127.0.0.1:" + controllerPort;
        settings.setProperty("listeners", broker + "," + CONTROLLER_LISTENER + "://" + controller);
        settings.setProperty("advertised.listeners", broker);
        settings.setProperty("controller.quorum.voters", NODE + "@" + controller);
        settings.setProperty("log.dirs", folder.path().toString());
        return settings;
    }
}
