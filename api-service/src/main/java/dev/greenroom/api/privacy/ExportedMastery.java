package dev.greenroom.api.privacy;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of how well a candidate masters a concept. */
@Schema(name = "ExportedMastery")
record ExportedMastery(
        String questionId,
        String conceptId,
        String label,
        double value,
        int observations,
        String lastState,
        Instant firstSeenAt,
        Instant updatedAt) {}
