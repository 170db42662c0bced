package dev.greenroom.api.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What holds for all endpoints. */
@ConfigMapping(prefix = "greenroom.webhook.endpoint")
interface WebhookSettings {

    /** How many endpoints a tenant may have: each event costs a row for each. */
    @WithDefault("20")
    int perTenant();

    /**
     * AES keys of 32 bytes in Base64, by which secrets are sealed in the database: the first seals, all open. Without one
     * secrets are stored as they are.
     */
    Optional<List<String>> sealingKeys();
}
