package dev.greenroom.api.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as a client can't choose that at will. */
@RequestScoped
public class ClientAddress {

    private static final int NETWORK_BYTES = 8;
    private static final String UNKNOWN = "unknown";

    private final RoutingContext request;

    ClientAddress(RoutingContext request) {
        this.request = request;
    }

    /** The IPv4 address, or the first 64 bits of the IPv6 address: whoever has one of those has them all. */
    public String network() {
        return network(request.request().remoteAddress().hostAddress());
    }

    /** Who comes with a forwarded address that is none has no address of their own to be told apart by. */
    static String network(@Nullable String address) {
        try {
            return address == null ? UNKNOWN : network(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            return UNKNOWN;
        }
    }

    static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
