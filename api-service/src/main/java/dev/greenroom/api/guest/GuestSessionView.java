package dev.greenroom.api.guest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.greenroom.api.access.token.SessionToken;
import dev.greenroom.api.session.SessionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session that a guest has started, and what opens it. */
@Schema(name = "GuestSession")
record GuestSessionView(
        @Schema(implementation = SessionView.class) @JsonRawValue
        String session,

        SessionToken token) {}
