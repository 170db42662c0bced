package dev.greenroom.api.access.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.model.id.IdKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key, without what makes it one. */
@Schema(name = "ApiKey")
record ApiKeyView(
        @Schema(examples = "key_01kB2m9fQ8Zr5tYw3xVn7P") String id,
        String name,
        KeyKind kind,
        KeyMode mode,
        @Schema(examples = "[\"sessions:read\"]") List<String> scopes,

        @Schema(description = "Whose pages may call.", examples = "[\"https://app.example.com\"]")
        List<String> origins,

        @Schema(description = "Its prefix and its last characters, to recognise it by.", examples = "gr_test_…7Qx2")
        @Nullable String hint,

        @Schema(description = "The key itself, in the response that makes it and never again.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String secret,

        Instant createdAt,
        @Nullable Instant expiresAt,

        @Schema(description = "To the minute or so.") @Nullable Instant lastUsedAt,

        @Nullable Instant revokedAt,

        @Schema(description = "The key that took its place.") @Nullable String rotatedTo) {

    static ApiKeyView of(ApiKey key) {
        return view(key, null);
    }

    static ApiKeyView of(IssuedKey issued) {
        return view(issued.key(), issued.text().text());
    }

    private static ApiKeyView view(ApiKey key, @Nullable String secret) {
        return new ApiKeyView(
                IdKind.API_KEY.format(key.id()),
                key.name(),
                key.kind(),
                KeyMode.of(key.isSandbox()),
                key.scopes(),
                key.origins(),
                key.hint().orElse(null),
                secret,
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.lastUsedAt().orElse(null),
                key.revokedAt().orElse(null),
                key.rotatedTo().map(IdKind.API_KEY::format).orElse(null));
    }

    String path() {
        return "/v1/api-keys/" + id;
    }
}
