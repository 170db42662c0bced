package dev.greenroom.api.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whether strangers may try the service out on its own page. */
@ConfigMapping(prefix = "greenroom.demo")
interface DemoSettings {

    @WithDefault("true")
    boolean enabled();

    /** The key with which the page starts guest sessions; everybody can read it. Without one there is no demo. */
    Optional<String> publishableKey();
}
