package dev.greenroom.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Some threads that start the same work at the same moment, each with a tool of its own: a connection, say. */
final class Crowd {

    static final Duration UNLIMITED = Duration.ofDays(1);

    private final int size;

    Crowd(int size) {
        this.size = size;
    }

    /**
     * Works on the items until none is left or the time is over; what has been begun by then is finished.
     *
     * @return the items done per second, from the common start to the end of the last one
     */
    <I, T extends Tool> Rate work(Queue<I> items, Duration atMost, Callable<T> tools, Deed<T, I> deed) {
        CyclicBarrier start = new CyclicBarrier(size);
        try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
            List<Callable<Shift>> members = IntStream.range(0, size)
                    .<Callable<Shift>>mapToObj(_ -> () -> shift(items, atMost, tools, deed, start))
                    .toList();
            List<Shift> shifts =
                    threads.invokeAll(members).stream().map(Crowd::result).toList();
            long begin = shifts.stream().mapToLong(Shift::begin).min().orElseThrow();
            long end = shifts.stream().mapToLong(Shift::end).max().orElseThrow();
            return new Rate(shifts.stream().mapToInt(Shift::done).sum(), Duration.ofNanos(end - begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        }
    }

    private static <I, T extends Tool> Shift shift(
            Queue<I> items, Duration atMost, Callable<T> tools, Deed<T, I> deed, CyclicBarrier start) throws Exception {
        try (T tool = tools.call()) {
            start.await();
            long begin = System.nanoTime();
            int done = 0;
            while (System.nanoTime() - begin < atMost.toNanos()) {
                I item = items.poll();
                if (item == null) {
                    break;
                }
                deed.accept(tool, item);
                done++;
            }
            return new Shift(begin, System.nanoTime(), done);
        }
    }

    private static Shift result(Future<Shift> member) {
        try {
            return member.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The work failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        }
    }

    /** What a member of the crowd works with, a connection for instance. */
    interface Tool extends AutoCloseable {
        @Override
        void close() throws IOException, SQLException;
    }

    /** What is done with one item. */
    @FunctionalInterface
    interface Deed<T, I> {
        void accept(T tool, I item) throws Exception;
    }

    private record Shift(long begin, long end, int done) {}

    /** How much was done in what time. */
    record Rate(int done, Duration time) {
        double perSecond() {
            return done * 1e9 / time.toNanos();
        }
    }
}
