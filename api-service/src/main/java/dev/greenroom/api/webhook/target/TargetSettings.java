package dev.greenroom.api.webhook.target;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Where webhooks may go beside the public internet. */
@ConfigMapping(prefix = "greenroom.webhook.target")
public interface TargetSettings {

    /** Blocks of addresses ({@code 10.20.0.0/16}) and names of hosts that may be sent to wherever they are. */
    Optional<List<String>> allow();

    /** Whether plain http will do. */
    @WithDefault("false")
    boolean allowHttp();
}
