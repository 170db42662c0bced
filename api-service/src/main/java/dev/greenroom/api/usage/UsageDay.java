package dev.greenroom.api.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tenant used on one day. */
@Schema(name = "UsageDay")
record UsageDay(
        @Schema(description = "In UTC.", examples = "2026-03-14")
        LocalDate day,

        @Schema(description = "Sessions started, erased ones included.")
        long sessions,

        @Schema(description = "Answers submitted, erased ones included.")
        long answers,

        @Schema(description = "Calls of a judge.") long judgeCalls,
        long promptTokens,
        long completionTokens,

        @Schema(description = "What these tokens cost, in the currency of the prices that the operator has configured.")
        BigDecimal cost) {}
