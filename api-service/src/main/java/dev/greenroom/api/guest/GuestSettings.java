package dev.greenroom.api.guest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many guest sessions may be started in an hour. */
@ConfigMapping(prefix = "greenroom.guest")
interface GuestSettings {

    /** By one publishable key altogether. */
    @WithDefault("1000")
    int perKey();

    /** By one publishable key from one client address. */
    @WithDefault("20")
    int perAddress();
}
