package dev.greenroom.api.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often one may ask. */
@ConfigMapping(prefix = "greenroom.limit")
interface LimitSettings {

    /** Whether anybody counts. */
    @WithDefault("true")
    boolean enabled();

    /** How long a replica goes by what it knows of a bucket before it looks at what the others have taken. */
    @WithDefault("10s")
    Duration lookEvery();

    /** Of each key. */
    Reads reads();

    /** Of each key. */
    Writes writes();

    /** Of each session, by those who have its token. */
    CandidateReads candidateReads();

    /** Of each session, by those who have its token. */
    CandidateWrites candidateWrites();

    /** As many as {@code requests} at once, and as many in the long run in each {@code per}. */
    interface Rate {
        int requests();

        Duration per();
    }

    interface Reads extends Rate {
        @Override
        @WithDefault("12000")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();
    }

    interface Writes extends Rate {
        @Override
        @WithDefault("6000")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();
    }

    interface CandidateReads extends Rate {
        @Override
        @WithDefault("600")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();
    }

    interface CandidateWrites extends Rate {
        @Override
        @WithDefault("300")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();
    }
}
