package dev.greenroom.api.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** Lets the operator's first key in. */
class Bootstrap {

    private final BootstrapSettings settings;
    private final ApiKeys keys;

    Bootstrap(BootstrapSettings settings, ApiKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    void start(@Observes StartupEvent event) {
        settings.apiKey().ifPresent(key -> keys.ensure(settings.tenant(), key));
    }
}
