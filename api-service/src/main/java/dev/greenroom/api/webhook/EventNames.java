package dev.greenroom.api.webhook;

import dev.greenroom.model.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The types of events that an endpoint may ask for. */
public final class EventNames {

    /** Every type, those of later releases included. */
    public static final String ALL = "*";

    /** An endpoint of the tenant was switched off, since it had been failing for long or is gone. */
    public static final String WEBHOOK_DISABLED = "webhook.disabled";

    /** Sent by {@code POST …/test}, whatever an endpoint asks for. */
    public static final String WEBHOOK_TEST = "webhook.test";

    /** What happens in interviews, as streams tell it too. */
    public static final List<String> OF_INTERVIEWS = Arrays.stream(EventType.values())
            .filter(type -> type != EventType.ANSWER_SUBMITTED)
            .map(EventType::wireName)
            .toList();

    /** All that an endpoint may ask for. */
    public static final List<String> TO_ASK_FOR = Stream.concat(
                    OF_INTERVIEWS.stream(), Stream.of(WEBHOOK_DISABLED, ALL))
            .toList();

    private EventNames() {}
}
