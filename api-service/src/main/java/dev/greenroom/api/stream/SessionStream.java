package dev.greenroom.api.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one client is told of a session. It holds one page of events at most: the next one is read when the client has
 * taken the last. While there is nothing to tell it holds no thread and asks nobody; {@link #ring} wakes it.
 */
final class SessionStream {

    private static final Logger LOG = Logger.getLogger(SessionStream.class);

    private final LongFunction<Chapter> history;
    private final Executor readers;
    private final LongSupplier nanos;
    private final long begin;
    private final AtomicReference<CompletableFuture<Void>> bell = new AtomicReference<>(new CompletableFuture<>());
    private final AtomicBoolean news = new AtomicBoolean();
    private volatile long cursor;
    private volatile @Nullable Farewell farewell;
    private volatile Ending ending = Ending.LEFT;
    private volatile long activity;
    private volatile boolean writing;

    /**
     * A stream that begins after an event.
     *
     * @param history reads what comes after an event; called by {@code readers}, once at a time
     * @param nanos a clock that only goes forward
     */
    SessionStream(long after, LongFunction<Chapter> history, Executor readers, LongSupplier nanos) {
        this.cursor = after;
        this.history = history;
        this.readers = readers;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.activity = begin;
    }

    /** To be subscribed to once. */
    Multi<Signal> signals(Duration retry) {
        ring();
        Multi<Signal> told = Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(page -> !page.last())
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page.signals()));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().<Signal>item(new Signal.Retry(retry)), told)
                .onItem()
                .invoke(_ -> note(true))
                .onRequest()
                .invoke(_ -> note(false));
    }

    private void note(boolean sent) {
        activity = nanos.getAsLong();
        writing = sent;
    }

    private Uni<Page> next() {
        return Uni.createFrom().completionStage(bell::get).emitOn(readers).map(_ -> page());
    }

    private Page page() {
        bell.set(new CompletableFuture<>()); // before the look, so that what happens after it rings again
        Farewell bye = farewell;
        if (bye != null) {
            ending = bye.reason();
            return new Page(List.of(new Signal.Retry(bye.retry())), true);
        }
        return news.getAndSet(false) ? read() : new Page(List.of(new Signal.Heartbeat()), false);
    }

    /** A database that is away ends no stream: whoever looks after all streams rings again for what was missed. */
    private Page read() {
        try {
            Chapter chapter = history.apply(cursor);
            return tell(chapter);
        } catch (RuntimeException e) {
            LOG.debugf(e, "A stream could not read on after event %d", cursor);
            return new Page(List.of(new Signal.Heartbeat()), false);
        }
    }

    private Page tell(Chapter chapter) {
        if (!chapter.events().isEmpty()) {
            cursor = chapter.events().getLast().cursor();
        }
        if (chapter.more()) {
            ring();
        }
        if (chapter.last()) {
            ending = Ending.OVER;
        }
        return new Page(chapter.events().stream().<Signal>map(Signal.Told::new).toList(), chapter.last());
    }

    /** Has it look for further events. */
    void ring() {
        news.set(true);
        wake();
    }

    /** Has it look for further events if it has not got as far as this one. */
    void ringFor(long newest) {
        if (newest > cursor) {
            ring();
        }
    }

    private void wake() {
        bell.get().complete(null);
    }

    /** Ends it in good order, once what has been read is sent. */
    void end(Ending reason, Duration retry) {
        farewell = new Farewell(reason, retry);
        wake();
    }

    /** Sends a comment if it has been silent for so long. */
    void beat(Duration silence) {
        if (!writing && isLongAgo(activity, silence)) {
            wake();
        }
    }

    /** Whether the client has left what it was sent lying for longer than this. */
    boolean isStuck(Duration patience) {
        return writing && isLongAgo(activity, patience);
    }

    boolean isOlderThan(Duration age) {
        return isLongAgo(begin, age);
    }

    private boolean isLongAgo(long then, Duration time) {
        return nanos.getAsLong() - then >= time.toNanos();
    }

    /** Notes that it is cut off. */
    void cut() {
        ending = Ending.SLOW;
    }

    /** Why it ended, once it has. */
    Ending ending() {
        return ending;
    }

    /** What is sent at once. */
    private record Page(List<Signal> signals, boolean last) {}

    private record Farewell(Ending reason, Duration retry) {}
}
