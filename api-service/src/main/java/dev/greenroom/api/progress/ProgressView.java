package dev.greenroom.api.progress;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a candidate does, over all interviews. */
@Schema(name = "Progress")
record ProgressView(
        @Schema(examples = "user-42") String candidateRef,
        List<SectionProgress> sections,
        List<ConceptProgress> concepts,

        @Schema(description = "Questions that are worth another try, at most five, the weakest first.")
        List<Practice> practiseNext) {

    ProgressView {
        sections = List.copyOf(sections);
        concepts = List.copyOf(concepts);
        practiseNext = List.copyOf(practiseNext);
    }

    static ProgressView of(
            String candidateRef, List<ConceptProgress> concepts, Map<Place, List<SectionProgress.Day>> history) {
        return new ProgressView(candidateRef, sections(concepts, history), concepts, Practice.next(concepts));
    }

    private static List<SectionProgress> sections(
            List<ConceptProgress> concepts, Map<Place, List<SectionProgress.Day>> history) {
        return concepts.stream().collect(Collectors.groupingBy(Place::of)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(section -> new SectionProgress(
                        section.getKey().topic(),
                        section.getKey().section(),
                        Mean.of(section.getValue()),
                        section.getValue().size(),
                        Objects.requireNonNullElse(history.get(section.getKey()), List.of())))
                .toList();
    }

    /** A section of a topic. */
    record Place(String topic, String section) implements Comparable<Place> {

        static Place of(ConceptProgress concept) {
            return new Place(concept.topic(), concept.section());
        }

        @Override
        public int compareTo(Place other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? section.compareTo(other.section) : byTopic;
        }
    }
}
