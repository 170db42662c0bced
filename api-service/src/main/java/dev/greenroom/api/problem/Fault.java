package dev.greenroom.api.problem;

import java.time.Duration;
import java.util.List;

/** A request that cannot be granted, and why. It knows nothing of HTTP; {@link ProblemMapper} gives it its form. */
public abstract sealed class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private Fault(String code, String detail) {
        super(detail, null, false, false); // an answer to a client, not a bug: nobody reads its stack
        this.code = code;
    }

    /** Stable and machine-readable. */
    public String code() {
        return code;
    }

    /** For the client to read. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** There is no such thing, or not for this caller. */
    public static final class Missing extends Fault {
        private static final long serialVersionUID = 1L;

        public Missing(String kind, String id) {
            super(kind + "_not_found", "There is no %s %s.".formatted(kind, id));
        }
    }

    /** The request does not fit the state that the thing is in. */
    public static final class Conflict extends Fault {
        private static final long serialVersionUID = 1L;

        public Conflict(String code, String detail) {
            super(code, detail);
        }
    }

    /** The request can be read but not granted as it stands. */
    public static final class Unacceptable extends Fault {
        private static final long serialVersionUID = 1L;
        private final transient List<Violation> violations;

        public Unacceptable(String code, String detail, Violation... violations) {
            super(code, detail);
            this.violations = List.of(violations);
        }

        /** For one part of the request, which {@code pointer} names as {@link Violation} does. */
        public static Unacceptable at(String pointer, String code, String detail) {
            return new Unacceptable(code, detail, new Violation(pointer, detail));
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /** What the request was made for has changed meanwhile. */
    public static final class Outdated extends Fault {
        private static final long serialVersionUID = 1L;

        public Outdated(String detail) {
            super("precondition_failed", detail);
        }
    }

    /** The request has to say what it was made for. */
    public static final class Unconditional extends Fault {
        private static final long serialVersionUID = 1L;

        public Unconditional(String detail) {
            super("precondition_required", detail);
        }
    }

    /** The caller has done this often enough for now. */
    public static final class TooMany extends Fault {
        private static final long serialVersionUID = 1L;
        private final Duration pause;

        /** @param pause how long to wait before trying again, of a second at least */
        public TooMany(String code, String detail, Duration pause) {
            super(code, detail);
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }

    /** Nobody is there to do it; trying again may help. */
    public static final class Unavailable extends Fault {
        private static final long serialVersionUID = 1L;

        public Unavailable(String code, String detail) {
            super(code, detail);
        }
    }

    /** There is too much of the request. */
    public static final class TooLarge extends Fault {
        private static final long serialVersionUID = 1L;

        TooLarge(String code, String detail) {
            super(code, detail);
        }
    }

    /** The request cannot be read. */
    public static final class Malformed extends Fault {
        private static final long serialVersionUID = 1L;

        public Malformed(String code, String detail) {
            super(code, detail);
        }
    }
}
