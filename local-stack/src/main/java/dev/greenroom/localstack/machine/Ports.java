package dev.greenroom.localstack.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Looks for ports that nobody listens on. */
public final class Ports {
    // Below the range from which operating systems take the ports of outgoing connections, so that none of those
    // sits on our port at the next start.
    private static final int LOWEST = 20_000;
    private static final int NUMBER = 12_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(NUMBER));

    private Ports() {}

    /**
     * A port that this process has not been given before: whoever was given the last one may not listen on it yet, so that
     * it would look free.
     */
    public static int findFree() {
        return IntStream.generate(NEXT::getAndIncrement)
                .map(place -> LOWEST + Math.floorMod(place, NUMBER))
                .limit(NUMBER)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** Whether nobody listens on the port, neither on the loopback interface only nor on all of them. */
    public static boolean isFree(int port) {
        return canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canListen(new InetSocketAddress(port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
