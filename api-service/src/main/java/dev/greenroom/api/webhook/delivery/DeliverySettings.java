package dev.greenroom.api.webhook.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How webhooks are delivered. */
@ConfigMapping(prefix = "greenroom.webhook.delivery")
interface DeliverySettings {

    /** Whether this replica delivers. */
    @WithDefault("true")
    boolean enabled();

    /** How long to wait after each attempt that failed, on average; after the last gap one more attempt is made. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> gaps();

    /** How long an attempt may take, from connecting to the end of the response. */
    @WithDefault("15s")
    Duration patience();

    /** How many attempts a replica makes at once, */
    @WithDefault("64")
    int atOnce();

    /** and how many of them to one endpoint. */
    @WithDefault("8")
    int atOncePerEndpoint();

    /** How often a replica looks for deliveries that are due; those of new events it hears of by itself. */
    @WithDefault("1s")
    Duration interval();

    /** How long an endpoint may take nothing before it is switched off. */
    @WithDefault("5d")
    Duration disableAfter();

    /** How often the metrics of what waits are read. */
    @WithDefault("15s")
    Duration measureEvery();
}
