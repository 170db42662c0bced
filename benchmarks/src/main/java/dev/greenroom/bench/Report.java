package dev.greenroom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The figures of a run as a table for people and as JSON for programs. */
record Report(List<Figure> figures) {

    private static final String ROW = "%-44s %10s %10s %-10s %7s %8s  %-8s n=%s%n";

    Report {
        figures = List.copyOf(figures);
    }

    boolean isMet() {
        return figures.stream().allMatch(Figure::isMet);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        table.append(ROW.formatted("figure", "measured", "limit", "unit", "ratio", "target", "verdict", ""));
        figures.forEach(figure -> table.append(row(figure)));
        return table.toString();
    }

    private static String row(Figure figure) {
        return ROW.formatted(
                figure.name(),
                Figure.number(figure.measured()),
                figure.limit() == null ? "" : Figure.number(figure.limit()),
                figure.unit(),
                figure.limit() == null ? "" : Figure.number(figure.ratio()),
                Objects.toString(figure.goal(), ""),
                verdict(figure),
                figure.samples());
    }

    private static String verdict(Figure figure) {
        if (figure.goal() == null) {
            return "";
        }
        return figure.isMet() ? "met" : "NOT MET";
    }

    void writeJson(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ArrayNode rows = json.createArrayNode();
        for (Figure figure : figures) {
            rows.addObject()
                    .put("figure", figure.name())
                    .put("unit", figure.unit())
                    .put("measured", figure.measured())
                    .put("limit", figure.limit())
                    .put("ratio", figure.ratio())
                    .put("target", figure.goal() == null ? null : figure.goal().toString())
                    .put("met", figure.isMet())
                    .put("samples", figure.samples());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), rows);
    }
}
