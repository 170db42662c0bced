package dev.greenroom.worker.database;

import java.sql.SQLException;

/** A statement failed; {@link Outage} tells whether it is worth repeating. */
public final class DatabaseTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseTrouble(SQLException cause) {
        super(cause);
    }
}
