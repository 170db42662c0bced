package dev.greenroom.api.bank;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version in the list of a question's versions. */
@Schema(name = "QuestionVersion")
public record VersionLine(
        @Schema(examples = "2") int version,

        @Schema(description = "DRAFT, or PUBLISHED once it has been, also when a later one took its place.")
        QuestionStatus status,

        Instant createdAt,
        @Nullable Instant publishedAt) {}
