package dev.greenroom.api.access.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long session tokens live and what signs them. */
@ConfigMapping(prefix = "greenroom.token")
interface TokenSettings {

    @WithDefault("15m")
    Duration ttl();

    /** How long after the first one a token can be exchanged for another. */
    @WithDefault("24h")
    Duration renewableFor();

    /**
     * PEM files, each with a private and a public EC key of the curve P-256. The first one signs, all of them verify.
     * Without any, keys are made and kept in the database.
     */
    Optional<List<Path>> signingKeys();

    /** How long a key of the database signs before it gives way to another. */
    @WithDefault("30d")
    Duration rotateEvery();
}
