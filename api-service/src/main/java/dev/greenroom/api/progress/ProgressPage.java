package dev.greenroom.api.progress;

import dev.greenroom.api.web.Line;
import dev.greenroom.api.web.Stylesheet;
import java.util.List;

/** A candidate's progress with what its pictures need. */
record ProgressPage(ProgressView progress, Stylesheet style, List<Panel> panels) {

    ProgressPage {
        panels = List.copyOf(panels);
    }

    static ProgressPage of(ProgressView progress, Stylesheet style) {
        return new ProgressPage(
                progress,
                style,
                progress.sections().stream()
                        .map(section -> Panel.of(section, progress.concepts()))
                        .toList());
    }

    /** A section with its scores over time and its concepts. */
    record Panel(SectionProgress section, Line line, List<ConceptProgress> concepts) {

        Panel {
            concepts = List.copyOf(concepts);
        }

        static Panel of(SectionProgress section, List<ConceptProgress> all) {
            return new Panel(
                    section,
                    Line.of(section.history().stream()
                            .map(day -> new Line.Value(day.date(), day.meanScore()))
                            .toList()),
                    all.stream()
                            .filter(concept -> concept.topic().equals(section.topic())
                                    && concept.section().equals(section.section()))
                            .toList());
        }
    }
}
