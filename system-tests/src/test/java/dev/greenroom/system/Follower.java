package dev.greenroom.system;

import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A front end that follows one session at any replica and keeps losing its connection, in the middle of an event as well
 * as between two; it goes on after the last event that it got whole.
 */
final class Follower implements Runnable {

    private static final int LONGEST_STRETCH = 1_600;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String session;
    private final String key;
    private final List<Part> replicas;
    private final RandomGenerator random;
    private final List<Long> seen = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int disconnects;
    private volatile boolean finishing;

    Follower(Stack stack, List<Part> replicas, String session, RandomGenerator random) {
        this.session = session;
        this.key = stack.apiKey();
        this.replicas = replicas;
        this.random = random;
    }

    /** Has it keep its connection from now on, and end when there is nothing more. */
    void finish() {
        finishing = true;
    }

    /** The ids of the events that it got, as they came; complete when it has run. */
    List<Long> seen() {
        return seen;
    }

    /** What no follower should see. */
    List<String> faults() {
        return faults;
    }

    int disconnects() {
        return disconnects;
    }

    @Override
    public void run() {
        boolean more = true;
        while (more && faults.isEmpty()) {
            more = follow(finishing);
        }
    }

    /** Of the last connection no more is asked than what had happened when it began, and its first heartbeat. */
    private boolean follow(boolean last) {
        Part replica = replicas.get(random.nextInt(replicas.size()));
        try {
            HttpResponse<InputStream> response = HTTP.send(request(replica), HttpResponse.BodyHandlers.ofInputStream());
            return switch (response.statusCode()) {
                case 200 -> !read(response, last);
                case 204 -> false;
                default -> fault("status " + response.statusCode());
            };
        } catch (IOException e) {
            return true; // the replica is away: another one may be there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean read(HttpResponse<InputStream> response, boolean last) {
        int stretch = last ? Integer.MAX_VALUE : random.nextInt(LONGEST_STRETCH);
        try (InputStream body = response.body()) {
            return read(new Stretch(body, stretch), last);
        } catch (IOException e) {
            disconnects++;
            return false;
        }
    }

    private HttpRequest request(Part replica) {
        URI events = replica.url().resolve("/v1/sessions/" + session + "/events");
        HttpRequest.Builder request = HttpRequest.newBuilder(events).header("Authorization", "Bearer " + key);
        return seen.isEmpty()
                ? request.build()
                : request.header("Last-Event-ID", Long.toString(seen.getLast())).build();
    }

    private boolean fault(String what) {
        faults.add(what + " after " + seen);
        return false;
    }

    /**
     * Returns at the end of the stream or, once there is to be a last connection, when nothing comes; says whether this was
     * the last.
     */
    private boolean read(InputStream body, boolean last) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 1);
        boolean greeted = false;
        long id = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring("id:".length()));
            } else if (line.isEmpty() && id != 0) {
                take(id);
                id = 0;
            } else if (line.equals(":")) {
                if (greeted && (last || finishing)) {
                    return last;
                }
                greeted = true;
            }
        }
        return false;
    }

    private void take(long id) {
        long last = seen.isEmpty() ? 0 : seen.getLast();
        if (id != last + 1) {
            fault("event " + id);
        }
        seen.add(id);
    }

    /** Lets so many bytes through, then the connection breaks. */
    private static final class Stretch extends InputStream {

        private final InputStream body;
        private int left;

        Stretch(InputStream body, int left) {
            this.body = body;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("The connection is lost");
            }
            return body.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("The connection is lost");
            }
            int count = body.read(buffer, offset, Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
