package dev.greenroom.api.session;

import dev.greenroom.model.interview.Session;
import dev.greenroom.model.question.Level;
import java.util.Optional;

/** The level of an interview: a fixed one, or one that follows how the candidate does. */
public enum SessionLevel {
    JUNIOR,
    MID,
    SENIOR,
    ADAPTIVE;

    /** Of a session; empty when it has no preference. */
    static Optional<SessionLevel> find(Session session) {
        return session.adaptation().isPresent()
                ? Optional.of(ADAPTIVE)
                : session.level().map(SessionLevel::of);
    }

    private static SessionLevel of(Level level) {
        return switch (level) {
            case JUNIOR -> JUNIOR;
            case MID -> MID;
            case SENIOR -> SENIOR;
        };
    }

    /** Empty when it adapts. */
    Optional<Level> fixed() {
        return switch (this) {
            case JUNIOR -> Optional.of(Level.JUNIOR);
            case MID -> Optional.of(Level.MID);
            case SENIOR -> Optional.of(Level.SENIOR);
            case ADAPTIVE -> Optional.empty();
        };
    }
}
