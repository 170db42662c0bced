package dev.greenroom.model.id;

import com.github.f4b6a3.uuid.codec.base.Base62Codec;
import com.github.f4b6a3.uuid.exception.InvalidUuidException;
import java.util.Optional;
import java.util.UUID;

/**
 * The kinds of public identifier: {@code ses_}, {@code trn_} and so on, followed by the UUID as 22 base-62 digits
 * ({@code 0-9A-Za-z}), whose ASCII order is the order of the UUIDs.
 */
public enum IdKind {
    SESSION("ses"),
    TURN("trn"),
    ANSWER("ans"),
    EVALUATION("evl"),
    API_KEY("key"),
    AUDIT_ENTRY("aud"),
    WEBHOOK("whk"),
    DELIVERY("dlv");

    private static final int ENCODED_LENGTH = 22;

    private final String prefix;

    IdKind(String prefix) {
        this.prefix = prefix + "_";
    }

    public String format(UUID id) {
        return prefix + Base62Codec.INSTANCE.encode(id);
    }

    /** The UUID behind {@code text}; empty when the text is no identifier of this kind in its one canonical spelling. */
    public Optional<UUID> parse(String text) {
        if (text.length() != prefix.length() + ENCODED_LENGTH || !text.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            UUID id = Base62Codec.INSTANCE.decode(text.substring(prefix.length()));
            return Optional.of(id).filter(decoded -> format(decoded).equals(text));
        } catch (InvalidUuidException _) {
            return Optional.empty();
        }
    }
}
