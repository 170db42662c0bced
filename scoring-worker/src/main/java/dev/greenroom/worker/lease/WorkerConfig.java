package dev.greenroom.worker.lease;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who this worker is. */
@ConfigMapping(prefix = "greenroom.worker")
public interface WorkerConfig {

    /** Shown as the owner of leases; made from host, process id and chance if absent. */
    Optional<String> name();
}
