package dev.greenroom.api.bank;

import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.question.Rubric;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rubric: what counts, how much, and what each band looks like. */
@Schema(name = "Rubric")
record RubricView(
        @Schema(examples = "technical") String id,
        @Schema(examples = "1") int version,

        @Schema(description = "What questions and evaluations name it by.", examples = "technical@1")
        String reference,

        @Schema(examples = "Technical reasoning") String title,

        @Schema(description = "The weights add up to 1; a question may set its own.")
        List<Rubric.Criterion> criteria,

        @Schema(description = "What is decided about an answer before any criterion is looked at.")
        List<Gate> gates) {

    private static final List<Gate> GATES = List.of(
            new Gate(Flag.SKIPPED, Effect.NO_POINTS, "The turn was skipped."),
            new Gate(Flag.NO_ANSWER, Effect.NO_POINTS, "The answer has no letter and no digit."),
            new Gate(Flag.DONT_KNOW, Effect.NO_POINTS, "The answer says that it is not known, and nothing else."),
            new Gate(Flag.TOO_SHORT, Effect.NO_POINTS, "The answer is too short to hold an argument."),
            new Gate(
                    Flag.LOW_TRANSCRIPT_CONFIDENCE,
                    Effect.NO_SCORE,
                    "The speech recognition was so unsure that there is no telling what was said."));

    RubricView {
        criteria = List.copyOf(criteria);
        gates = List.copyOf(gates);
    }

    static RubricView of(Rubric rubric) {
        return new RubricView(
                rubric.id(), rubric.version(), rubric.reference(), rubric.title(), rubric.criteria(), GATES);
    }

    /** A decision that needs no criterion. */
    @Schema(name = "RubricGate")
    record Gate(Flag flag, Effect effect, String description) {}

    /** What a gate does: the score is 0, or there is none. */
    @Schema(name = "RubricGateEffect")
    enum Effect {
        NO_POINTS,
        NO_SCORE
    }
}
