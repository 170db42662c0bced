package dev.greenroom.api.bank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which part of the built-in bank is offered. */
@ConfigMapping(prefix = "greenroom.bank")
interface BankSettings {

    /** The topics, in the order in which clients see them. */
    @WithDefault("django,python,backend")
    List<String> topics();
}
