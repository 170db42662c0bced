package dev.greenroom.api.access.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/** The first tenant and its keys, for a service that starts on an empty database. */
@ConfigMapping(prefix = "greenroom.bootstrap")
interface BootstrapSettings {

    /**
     * Secret keys, separated by commas, that have to work with all scopes once the service is up; without one nothing is
     * made.
     */
    @WithName("api-key")
    Optional<List<String>> apiKeys();

    /** A publishable key that has to start guest sessions of the same tenant. */
    Optional<String> publishableKey();

    @WithDefault("default")
    String tenant();
}
