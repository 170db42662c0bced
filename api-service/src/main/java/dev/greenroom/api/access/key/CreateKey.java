package dev.greenroom.api.access.key;

import dev.greenroom.api.access.Scopes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The order to make an API key. */
@Schema(name = "CreateApiKey")
record CreateKey(
        @Schema(description = "For people: what the key is for.", examples = "backend")
        @NotNull @NotBlank @Size(max = 100) String name,

        @Schema(
                description = "`PUBLISHABLE` may stand in an app for everybody to read, has no scopes and only starts"
                        + " guest sessions.",
                defaultValue = "SECRET")
        @Nullable KeyKind kind,

        @Schema(description = "That of the key that makes it when left out; a test key makes test keys only.") @Nullable KeyMode mode,

        @Schema(
                description = "What a secret key opens, of what the key that makes it opens.",
                examples = "[\"sessions:read\", \"sessions:write\"]")
        @Size(max = 6) @Nullable List<@NotNull @Pattern(regexp = Scopes.ONE_OF_KEYS, message = "is no scope") String> scopes,

        @Schema(
                description =
                        "Origins whose pages may call in the browser with this tenant's keys and session tokens, for"
                                + " as long as this key lives, beside those that the operator lets call. In effect within five"
                                + " seconds.",
                examples = "[\"https://app.example.com\"]")
        @Size(max = 20) @Nullable List<
                        @NotNull @Size(max = 255) @Pattern(regexp = ORIGIN, message = "is no origin, such as https://app.example.com") String>
                origins,

        @Schema(description = "When the key stops working; never when left out.", examples = "2031-01-01T00:00:00Z")
        @Nullable Instant expiresAt) {

    /** Scheme, host and port as browsers write them (RFC 6454, section 6.2); no path, no wildcard. */
    private static final String ORIGIN =
            "https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::[1-9][0-9]{0,4})?";

    static final String EXAMPLE = """
            {"name": "backend", "mode": "TEST", "scopes": ["content:read", "sessions:read", "sessions:write"]}""";

    KeyKind kindOrSecret() {
        return kind == null ? KeyKind.SECRET : kind;
    }

    KeyMode modeOr(KeyMode otherwise) {
        return mode == null ? otherwise : mode;
    }

    List<String> originsOr() {
        return origins == null ? List.of() : origins.stream().distinct().toList();
    }

    List<String> scopesOr() {
        return scopes == null ? List.of() : scopes.stream().distinct().toList();
    }
}
