package dev.greenroom.model.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes the keys of all tables: UUID version 7 (RFC 9562), which grow with time and so keep index pages warm. */
public final class TimeOrderedIds {

    private TimeOrderedIds() {}

    /** A new id, greater than every id that this process made before. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
