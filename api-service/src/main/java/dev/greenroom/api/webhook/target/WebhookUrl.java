package dev.greenroom.api.webhook.target;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a webhook's URL has to look like, before anybody asks where it leads. */
final class WebhookUrl {

    static final int MAX_LENGTH = 2_000;

    private static final int MAX_PORT = 65_535;
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");

    /** By the URL Standard (whatwg.org, section 3.5) such a host is an address and no name. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9A-Fa-f]*)");

    private final URI uri;

    private WebhookUrl(URI uri) {
        this.uri = uri;
    }

    static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> text.length() <= MAX_LENGTH);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** What is wrong with it, if anything is. */
    static Optional<String> findFault(URI uri, boolean allowHttp) {
        return new WebhookUrl(uri).findFault(allowHttp);
    }

    private Optional<String> findFault(boolean allowHttp) {
        if (!isSecure(uri) && !(allowHttp && "http".equalsIgnoreCase(uri.getScheme()))) {
            return Optional.of("The URL has to start with https://.");
        }
        if (uri.getHost() == null || isOddlyWritten(uri.getHost())) {
            return Optional.of("The URL has to name a host, or an address in its usual notation.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("The URL must have neither user and password nor a fragment.");
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            return Optional.of("The URL's port has to be one from 1 to 65535.");
        }
        return Optional.empty();
    }

    /** Notations that some programs read one way and others another: octal numbers, IPv4 inside of IPv6, zones, a last dot. */
    private static boolean isOddlyWritten(String host) {
        if (host.startsWith("[")) {
            return host.contains("%") || !(literal(host) instanceof Inet6Address);
        }
        return host.endsWith(".")
                || (ENDS_IN_A_NUMBER.matcher(host).matches()
                        && !(isNumeric(host) && literal(host).getHostAddress().equals(host)));
    }

    /** The address that a host is, when it is no name. */
    static Optional<InetAddress> findLiteral(String host) {
        return host.startsWith("[") || isNumeric(host) ? Optional.of(literal(host)) : Optional.empty();
    }

    private static boolean isNumeric(String host) {
        return NUMERIC.matcher(host).matches();
    }

    /** For a host that {@link URI} has accepted as an address. */
    private static InetAddress literal(String host) {
        return InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }
}
