package dev.greenroom.api.browser;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What browsers are told. */
@ConfigMapping(prefix = "greenroom.browser")
interface BrowserSettings {

    /** The origins whose pages may call, such as {@code https://app.example.com}; {@code *} for all of them. */
    Optional<List<String>> origins();

    /** Whether clients come by TLS though this service does not see it. */
    @WithDefault("false")
    boolean behindTls();

    /** For how long browsers are to come by TLS only, once they have. */
    @WithDefault("365d")
    Duration tlsOnlyFor();
}
