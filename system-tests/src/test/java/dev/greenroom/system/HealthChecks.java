package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.Part;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long health checks took, the quickest first. */
record HealthChecks(List<Duration> times) {

    private static final int NUMBER = 60;

    /** Asks a part how it is, one time after the other; each time it has to be well. */
    static HealthChecks of(Part part) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        List<HttpRequest> requests = List.of(request(part, "ready"), request(part, "live"));
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < NUMBER; i++) {
            long begin = System.nanoTime();
            int status = http.send(requests.get(i % 2), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            times.add(Duration.ofNanos(System.nanoTime() - begin));
            assertThat(status).isEqualTo(200);
        }
        Collections.sort(times);
        return new HealthChecks(times);
    }

    private static HttpRequest request(Part part, String check) {
        return HttpRequest.newBuilder(part.url().resolve("/q/health/" + check)).build();
    }

    /** What so many of a hundred stay below. */
    Duration percentile(int percent) {
        return times.get((times.size() - 1) * percent / 100);
    }

    @Override
    public String toString() {
        return "%d health checks took %d ms at most, 95 %% of them %d ms, half of them %d ms"
                .formatted(
                        times.size(),
                        times.getLast().toMillis(),
                        percentile(95).toMillis(),
                        percentile(50).toMillis());
    }
}
