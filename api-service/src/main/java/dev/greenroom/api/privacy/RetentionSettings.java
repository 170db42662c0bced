package dev.greenroom.api.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** How long what is over is kept. */
@ConfigMapping(prefix = "greenroom.retention")
interface RetentionSettings {

    /**
     * Days after its end to keep a session that names none itself, 1 or more; without it, such a session is kept until
     * erased.
     */
    @WithConverter(DaysConverter.class)
    Optional<Integer> defaultDays();

    /** How often sessions whose time is over are looked for. */
    @WithDefault("1h")
    Duration every();

    /** Keeps a service from starting that would erase interviews as they end. */
    final class DaysConverter implements Converter<Integer> {

        private static final long serialVersionUID = 1;

        @Override
        public Integer convert(String text) {
            int days = Integer.parseInt(text.strip());
            if (days < 1) {
                throw new IllegalArgumentException(
                        "greenroom.retention.default-days has to be 1 at least and is " + days);
            }
            return days;
        }
    }
}
