package dev.greenroom.api.progress;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question that is worth another try, and why. */
record Practice(
        @Schema(examples = "django") String topic,
        @Schema(examples = "orm") String section,
        @Schema(examples = "django-orm-lazy-querysets") String questionId,

        @Schema(description = "The mean mastery of its concepts so far.", examples = "0.35")
        double mastery,

        @Schema(description = "The concepts to look at, the weakest first.")
        List<WeakConcept> weakConcepts,

        Links links) {

    private static final int MOST = 5;
    private static final double MASTERED = 0.7;

    Practice {
        weakConcepts = List.copyOf(weakConcepts);
    }

    /** The questions with weak concepts, the weakest first; between equals, the one that was seen longest ago. */
    static List<Practice> next(List<ConceptProgress> concepts) {
        return concepts.stream().collect(Collectors.groupingBy(ConceptProgress::questionId)).values().stream()
                .filter(ofQuestion -> ofQuestion.stream().anyMatch(Practice::isWeak))
                .sorted(Comparator.comparingDouble(Mean::of)
                        .thenComparing(ofQuestion -> ofQuestion.getFirst().lastSeenAt())
                        .thenComparing(ofQuestion -> ofQuestion.getFirst().questionId()))
                .limit(MOST)
                .map(Practice::of)
                .toList();
    }

    private static Practice of(List<ConceptProgress> ofQuestion) {
        ConceptProgress any = ofQuestion.getFirst();
        return new Practice(
                any.topic(),
                any.section(),
                any.questionId(),
                Mean.of(ofQuestion),
                ofQuestion.stream()
                        .filter(Practice::isWeak)
                        .sorted(Comparator.comparingDouble(ConceptProgress::mastery)
                                .thenComparing(ConceptProgress::conceptId))
                        .map(weak -> new WeakConcept(weak.conceptId(), weak.label(), weak.mastery()))
                        .toList(),
                new Links("/v1/questions/" + any.questionId()));
    }

    private static boolean isWeak(ConceptProgress concept) {
        return concept.mastery() < MASTERED;
    }

    /** A concept that is not mastered yet. */
    @Schema(name = "WeakConcept")
    record WeakConcept(String conceptId, String label, double mastery) {}

    @Schema(name = "PracticeLinks")
    record Links(
            @Schema(examples = "/v1/questions/django-orm-lazy-querysets")
            String question) {}
}
