package dev.greenroom.api.webhook.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides where webhooks may go: to the public internet, and where the operator allows. Looks a name up once, and the
 * caller connects to the addresses found, so that a name can't lead elsewhere between the check and the use.
 */
@ApplicationScoped
public class Targets {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+(/[0-9]+)?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(/[0-9]+)?");

    private final NameLookup lookup;
    private final boolean allowHttp;
    private final List<AddressBlock> allowedBlocks;
    private final Set<String> allowedHosts;

    /** Fails on an entry that is neither block nor name, so that a slip is noticed when the service starts. */
    Targets(TargetSettings settings, NameLookup lookup) {
        this.lookup = lookup;
        this.allowHttp = settings.allowHttp();
        List<String> allowed =
                settings.allow().orElse(List.of()).stream().map(String::strip).toList();
        Predicate<String> isAddress = ADDRESS.asMatchPredicate();
        this.allowedBlocks =
                allowed.stream().filter(isAddress).map(AddressBlock::parse).toList();
        this.allowedHosts = allowed.stream()
                .filter(isAddress.negate())
                .map(Targets::requireName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String requireName(String text) {
        if (!text.matches("(?i)[a-z0-9]([a-z0-9.-]*[a-z0-9])?")) {
            throw new IllegalArgumentException(
                    "greenroom.webhook.target.allow: '" + text + "' is neither a block of addresses nor a host");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** Looks where {@code url} leads. May block, as {@link NameLookup} does. */
    public Target look(String url) {
        return WebhookUrl.parse(url)
                .map(this::look)
                .orElseGet(() -> new Target.Closed(
                        "The URL has to be one, of %d characters at most.".formatted(WebhookUrl.MAX_LENGTH)));
    }

    private Target look(URI url) {
        Optional<String> fault = WebhookUrl.findFault(url, allowHttp);
        return fault.isPresent() ? new Target.Closed(fault.get()) : lookUp(url);
    }

    private Target lookUp(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        List<InetAddress> addresses = WebhookUrl.findLiteral(host).map(List::of).orElseGet(() -> lookup.find(host));
        List<InetAddress> permitted =
                addresses.stream().filter(address -> isPermitted(host, address)).toList();
        return permitted.isEmpty()
                ? new Target.Closed("The URL's host has no address on the public internet.")
                : new Target.Open(url, permitted);
    }

    private boolean isPermitted(String host, InetAddress address) {
        return PublicAddresses.contains(address)
                || allowedHosts.contains(host)
                || allowedBlocks.stream().anyMatch(block -> block.contains(address));
    }
}
