package dev.greenroom.worker.feedback;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.worker.concept.ConceptResult;
import dev.greenroom.worker.language.Word;
import dev.greenroom.worker.language.WordOrder;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Manner;
import dev.greenroom.worker.rubric.Aspect;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a criterion got its score, in terms of this very answer. */
public final class Rationale {

    private static final int QUOTES = 3;

    private final List<ConceptResult> concepts;
    private final String clarity;

    public Rationale(List<ConceptResult> concepts, AnswerText answer, Manner manner) {
        this(concepts, clarity(answer, manner));
    }

    /** @param clarity what is said about clarity, which concepts tell nothing of */
    public Rationale(List<ConceptResult> concepts, String clarity) {
        this.concepts = concepts;
        this.clarity = clarity;
    }

    /** Says why an answer that was not looked at any further scores nothing. */
    public static String ofNothing(Set<Flag> flags) {
        List<String> reasons = flags.stream().sorted().map(Rationale::reason).toList();
        return reasons.isEmpty() ? "Nothing was left to judge." : String.join(" ", reasons);
    }

    private static String reason(Flag flag) {
        return switch (flag) {
            case NO_ANSWER -> "There are no words in the answer.";
            case SKIPPED -> "The question was skipped.";
            case DONT_KNOW -> "The answer says no more than that its author doesn't know.";
            case TOO_SHORT -> "The answer is too short to show anything.";
            case ECHOES_QUESTION -> "The answer only repeats the question.";
            case INJECTION_SUSPECTED -> "What speaks to the grader and not to the question is not scored.";
            case OFF_TOPIC -> "The answer is about something else.";
            case CONTRADICTION -> "The answer contradicts itself.";
            case LOW_TRANSCRIPT_CONFIDENCE -> "Parts of the recording could not be made out.";
        };
    }

    public String text(Aspect aspect) {
        return switch (aspect) {
            case CORRECTNESS -> correctness();
            case COMPLETENESS -> completeness();
            case DEPTH -> depth();
            case CLARITY -> clarity;
        };
    }

    public List<Evidence> evidence(Aspect aspect) {
        return switch (aspect) {
            case CORRECTNESS -> errors().isEmpty() ? quotes(ConceptState.COVERED) : errors();
            case COMPLETENESS -> quotes(ConceptState.COVERED);
            case DEPTH ->
                concepts.stream()
                        .filter(result -> !result.concept().required() && result.state() == ConceptState.COVERED)
                        .map(ConceptResult::evidence)
                        .filter(Objects::nonNull)
                        .limit(QUOTES)
                        .toList();
            case CLARITY -> List.of();
        };
    }

    private String correctness() {
        String wrong = labels(
                concepts.stream().filter(result -> result.mistake() != null).toList());
        if (!wrong.isEmpty()) {
            return "What you say is not right about: %s.".formatted(wrong);
        }
        String right = labels(inState(ConceptState.COVERED));
        return right.isEmpty()
                ? "Nothing wrong was found, but no key point is made fully enough to be called right."
                : "Nothing wrong was found; right about: %s.".formatted(right);
    }

    private String completeness() {
        String missing = labels(concepts.stream()
                .filter(result -> result.state() == ConceptState.MISSED || result.state() == ConceptState.WRONG)
                .toList());
        String partial = labels(inState(ConceptState.PARTIAL));
        return "%d of %d key points are made in full.%s%s"
                .formatted(
                        inState(ConceptState.COVERED).size(),
                        concepts.size(),
                        partial.isEmpty() ? "" : " In part: " + partial + ".",
                        missing.isEmpty() ? "" : " Not there: " + missing + ".");
    }

    private String depth() {
        List<ConceptResult> optional =
                concepts.stream().filter(result -> !result.concept().required()).toList();
        if (optional.isEmpty()) {
            return completeness();
        }
        String beyond = labels(optional.stream()
                .filter(result -> result.state() == ConceptState.COVERED)
                .toList());
        return beyond.isEmpty()
                ? "Goes no further than the essentials; the next things to bring in: %s.".formatted(labels(optional))
                : "Goes beyond the essentials with: %s.".formatted(beyond);
    }

    private static String clarity(AnswerText answer, Manner manner) {
        int words = answer.sentences().stream()
                .mapToInt(sentence -> Word.listIn(sentence.in(answer.text())).size())
                .sum();
        if (manner.order() != WordOrder.PROSE) {
            return "%d words that don't form sentences: the reader has to guess how they belong together."
                    .formatted(words);
        }
        if (manner.focus().lost()) {
            return "%d words, most of them about something else: the reader has to look for the answer."
                    .formatted(words);
        }
        int sentences = Math.max(1, answer.sentences().size());
        return "%d words in %d %s; clear as far as the points are made."
                .formatted(words, sentences, sentences == 1 ? "sentence" : "sentences");
    }

    private List<Evidence> errors() {
        return concepts.stream()
                .map(ConceptResult::mistake)
                .filter(Objects::nonNull)
                .map(ConceptResult.Mistake::evidence)
                .limit(QUOTES)
                .toList();
    }

    private List<Evidence> quotes(ConceptState state) {
        return inState(state).stream()
                .map(ConceptResult::evidence)
                .filter(Objects::nonNull)
                .limit(QUOTES)
                .toList();
    }

    private List<ConceptResult> inState(ConceptState state) {
        return concepts.stream().filter(result -> result.state() == state).toList();
    }

    private static String labels(List<ConceptResult> results) {
        return results.stream().map(result -> result.concept().label()).collect(Collectors.joining("; "));
    }
}
