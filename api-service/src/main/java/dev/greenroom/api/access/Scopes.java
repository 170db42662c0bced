package dev.greenroom.api.access;

import java.util.List;

/** What a caller may do, as routes name it in {@code @PermissionsAllowed}: one of those that a route names is enough. */
public final class Scopes {

    public static final String CONTENT_READ = "content:read";
    public static final String CONTENT_WRITE = "content:write";
    public static final String SESSIONS_READ = "sessions:read";
    public static final String SESSIONS_WRITE = "sessions:write";
    public static final String WEBHOOKS = "webhooks";
    public static final String ADMIN = "admin";

    /** What a publishable key opens, and nothing else does. */
    public static final String GUESTS = "guests";

    /**
     * What a session token opens: of the routes that name this, those under its one session. They have a path parameter
     * {@code session} or {@code answer}, which {@link OneSession} compares.
     */
    public static final String ONE_SESSION = "session";

    /** The scopes that a secret key can have, as a pattern for one of them. */
    public static final String ONE_OF_KEYS = CONTENT_READ + "|" + CONTENT_WRITE + "|" + SESSIONS_READ + "|"
            + SESSIONS_WRITE + "|" + WEBHOOKS + "|" + ADMIN;

    /** The same as a list. */
    public static final List<String> OF_KEYS = List.of(ONE_OF_KEYS.split("\\|"));

    private Scopes() {}
}
