package dev.greenroom.api.limit;

import java.time.Duration;

/** Settings by hand. */
record Rates(int requests, Duration per)
        implements LimitSettings.Reads,
                LimitSettings.Writes,
                LimitSettings.CandidateReads,
                LimitSettings.CandidateWrites {

    static Rates of(int requests, Duration per) {
        return new Rates(requests, per);
    }

    /** The same for every quota. */
    LimitSettings settings(Duration lookEvery) {
        return new Settings(this, lookEvery);
    }

    private record Settings(Rates rates, Duration lookEvery) implements LimitSettings {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Reads reads() {
            return rates;
        }

        @Override
        public Writes writes() {
            return rates;
        }

        @Override
        public CandidateReads candidateReads() {
            return rates;
        }

        @Override
        public CandidateWrites candidateWrites() {
            return rates;
        }
    }
}
