package dev.greenroom.api.browser;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The origins whose pages may call. */
@ApplicationScoped
class Origins {

    private static final String ALL = "*";

    private final Set<String> configured;

    Origins(BrowserSettings settings) {
        this.configured = Set.copyOf(settings.origins().orElse(List.of()));
    }

    boolean allow(String origin) {
        return !origin.isEmpty() && (configured.contains(ALL) || configured.contains(origin));
    }
}
