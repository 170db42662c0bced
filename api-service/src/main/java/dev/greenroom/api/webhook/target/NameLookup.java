package dev.greenroom.api.webhook.target;

import java.net.InetAddress;
import java.util.List;

/** Asks for the addresses of a name. */
@FunctionalInterface
public interface NameLookup {

    /** The addresses, the best first; none if there is no such name. May block, and keeps a carrier thread while it does. */
    List<InetAddress> find(String host);
}
