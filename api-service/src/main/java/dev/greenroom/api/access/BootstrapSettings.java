package dev.greenroom.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The first tenant and its key, for a service that starts on an empty database. */
@ConfigMapping(prefix = "greenroom.bootstrap")
interface BootstrapSettings {

    /** An API key that has to work once the service is up; without it nothing is made. */
    Optional<String> apiKey();

    @WithDefault("default")
    String tenant();
}
