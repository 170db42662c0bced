package dev.greenroom.api.webhook.delivery;

import dev.greenroom.api.webhook.target.Target;
import java.net.InetAddress;
import java.util.Map;

/**
 * One request to an endpoint.
 *
 * @param address the one to connect to; the host in the URL is for the server and its certificate
 */
record Post(Target.Open target, InetAddress address, Map<String, String> headers, String body) {

    Post {
        headers = Map.copyOf(headers);
    }
}
