package dev.greenroom.api.webhook.target;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/** What became of a look at a webhook's URL. */
public sealed interface Target {

    /**
     * It may be sent to, at the addresses that were looked at and at no others.
     *
     * @param addresses at least one
     */
    record Open(URI url, List<InetAddress> addresses) implements Target {

        private static final int HTTP = 80;
        private static final int HTTPS = 443;

        public Open {
            addresses = List.copyOf(addresses);
        }

        /** The address to try for the {@code attempt}th time: each in turn, since one may be out of order. */
        public InetAddress address(int attempt) {
            return addresses.get(Math.floorMod(attempt - 1, addresses.size()));
        }

        public boolean isSecure() {
            return WebhookUrl.isSecure(url);
        }

        public int port() {
            int given = url.getPort();
            return given == -1 ? (isSecure() ? HTTPS : HTTP) : given;
        }

        /** Path and query, as a request line has them. */
        public String resource() {
            String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            return url.getRawQuery() == null ? path : path + '?' + url.getRawQuery();
        }
    }

    /**
     * It must not be sent to.
     *
     * @param why for the client; it does not tell a private address from none, lest it be asked about our network
     */
    record Closed(String why) implements Target {}
}
