package dev.greenroom.api.stream;

import java.util.List;

/**
 * A part of a session's history.
 *
 * @param events in their order, without a gap
 * @param more whether further events are there already
 * @param last whether nothing will follow unless an answer is scored once more
 */
record Chapter(List<EventView> events, boolean more, boolean last) {

    Chapter {
        events = List.copyOf(events);
    }
}
