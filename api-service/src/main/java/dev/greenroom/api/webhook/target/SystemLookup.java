package dev.greenroom.api.webhook.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the name servers of the machine. */
@ApplicationScoped
class SystemLookup implements NameLookup {

    @Override
    public List<InetAddress> find(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            return List.of();
        }
    }
}
