package dev.greenroom.system;

import dev.greenroom.localstack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a part shows to Prometheus. */
record Metrics(String page) {

    private static final Pattern NAME = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)[{ ]");

    static Metrics of(Part part) {
        try {
            return new Metrics(HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(part.url() + "/q/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The names of all samples, with the suffixes that queries use. */
    Set<String> names() {
        return NAME.matcher(page).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** The sum over all samples of a name whose labels contain {@code label}. */
    double sum(String name, String label) {
        return Pattern.compile("(?m)^" + name + "(\\{[^}]*\\})? (\\S+)$")
                .matcher(page)
                .results()
                .filter(match -> String.valueOf(match.group(1)).contains(label))
                .mapToDouble(match -> Double.parseDouble(match.group(2)))
                .sum();
    }

    double sum(String name) {
        return sum(name, "");
    }
}
