package dev.greenroom.api.problem;

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

        public List<Violation> violations() {
            return violations;
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
