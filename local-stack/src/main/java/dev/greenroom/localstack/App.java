package dev.greenroom.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** How one of the services is run: its command, its environment beyond ours, and where it answers. */
record App(String name, List<String> command, Map<String, String> environment, URI url) {
    private static final int PROBE_MILLISECONDS = 2_000;

    App {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    boolean isReady() {
        try {
            HttpURLConnection probe =
                    (HttpURLConnection) url.resolve("/q/health/ready").toURL().openConnection();
            probe.setConnectTimeout(PROBE_MILLISECONDS);
            probe.setReadTimeout(PROBE_MILLISECONDS);
            return probe.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }
}
