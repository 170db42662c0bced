package dev.greenroom.api.webhook.delivery;

import dev.greenroom.api.live.EventsHeard;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Hands deliveries that are due to threads of their own, for as long as the service lives. Every replica may do so; what
 * one has claimed the others pass over.
 */
@ApplicationScoped
class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);
    private static final Duration MARGIN = Duration.ofSeconds(15);

    /** What happens in an interview comes in bursts: one look at it all, unless a place has just become free. */
    private static final Duration BURST = Duration.ofMillis(100);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    private final Claims claims;
    private final Delivering delivering;
    private final DeliverySettings settings;
    private final Map<UUID, Integer> busy = new ConcurrentHashMap<>();
    private final Semaphore work = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("webhook-dispatch").daemon().unstarted(this::run);
    private final ThreadPoolExecutor senders;
    private volatile boolean stopping;

    Dispatch(Claims claims, Delivering delivering, DeliverySettings settings) {
        this.claims = claims;
        this.delivering = delivering;
        this.settings = settings;
        // Platform threads: a name server that takes its time would keep the carriers of virtual ones from all others.
        ThreadFactory threads = Thread.ofPlatform().name("webhook-", 0).daemon().factory();
        this.senders = new ThreadPoolExecutor(
                settings.atOnce(), settings.atOnce(), 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        senders.allowCoreThreadTimeOut(true);
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            thread.start();
        }
    }

    void heard(@Observes EventsHeard events) {
        wake();
    }

    /** Says that something may be due. Cheap, never blocks; calls that come while claims are made count as one. */
    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** False if it died; one that was never to run is well. */
    boolean isAlive() {
        return !settings.enabled() || thread.isAlive();
    }

    private void run() {
        while (!stopping) {
            try {
                if (dispatch() == 0) {
                    awaitWork(settings.interval());
                }
            } catch (SQLException e) {
                LOG.warnf("Webhooks wait, since what is due cannot be read: %s", e.toString());
                awaitWork(settings.interval().multipliedBy(5));
            }
        }
    }

    /** Returns how many deliveries were claimed. */
    private int dispatch() throws SQLException {
        Map<UUID, Integer> running = new HashMap<>(busy);
        int room = settings.atOnce()
                - running.values().stream().mapToInt(Integer::intValue).sum();
        List<Claimed> claimed = room <= 0
                ? List.of()
                : claims.claim(room, running, settings.patience().plus(MARGIN));
        for (Claimed delivery : claimed) {
            busy.merge(delivery.endpoint().id(), 1, Integer::sum);
            senders.execute(() -> deliver(delivery));
        }
        return claimed.size();
    }

    private void deliver(Claimed claimed) {
        try {
            delivering.deliver(claimed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // we are stopping: the claim ends by itself
        } catch (RuntimeException e) {
            LOG.errorf(e, "Delivery %s is tried again when its claim ends", claimed.id());
        } finally {
            busy.computeIfPresent(claimed.endpoint().id(), (_, attempts) -> attempts == 1 ? null : attempts - 1);
            wake();
        }
    }

    private void awaitWork(Duration patience) {
        try {
            if (work.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                if (busy.isEmpty()) {
                    Thread.sleep(BURST);
                }
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Claims nothing more and lets what is under way end, if that takes no longer than a moment. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        if (settings.enabled()) {
            thread.join(STOP_PATIENCE);
        }
        senders.shutdown();
        if (!senders.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            senders.shutdownNow();
        }
    }
}
