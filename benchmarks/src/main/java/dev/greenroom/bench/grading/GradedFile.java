package dev.greenroom.bench.grading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads graded answers from a file of tab-separated values with a header, gzipped when its name ends in {@code .gz}.
 *
 * <p>Columns, in any order: {@code dataset, split, question_id, question, reference_answer} (alternatives separated by
 * {@code " ||| "}), {@code student_answer, score} (0 to 1) and, if there is one, {@code label}; others are passed over.
 */
final class GradedFile {

    private static final List<String> REQUIRED =
            List.of("dataset", "split", "question_id", "question", "reference_answer", "student_answer", "score");
    private static final String ALTERNATIVE = " \\|\\|\\| ";

    private final Path file;
    private final Map<String, Integer> columns = new HashMap<>();

    private GradedFile(Path file) {
        this.file = file;
    }

    /**
     * Reads all answers in the file's order.
     *
     * @param split which of them; null for all
     * @throws IllegalArgumentException with file and line when the file is not what it should be
     */
    static List<GradedAnswer> read(Path file, @Nullable String split) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            List<GradedAnswer> answers = new GradedFile(file)
                    .read(lines).stream()
                            .filter(answer -> split == null || answer.split().equals(split))
                            .toList();
            if (answers.isEmpty()) {
                throw new IllegalArgumentException(
                        "%s holds no answers%s".formatted(file, split == null ? "" : " of the split " + split));
            }
            return answers;
        }
    }

    private List<GradedAnswer> read(BufferedReader lines) throws IOException {
        String header = lines.readLine();
        readHeader(header == null ? "" : header);
        List<GradedAnswer> answers = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isEmpty()) {
                answers.add(answer(line, number));
            }
        }
        return answers;
    }

    private void readHeader(String header) {
        String[] names = header.split("\t", -1);
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], i);
        }
        if (!columns.keySet().containsAll(REQUIRED)) {
            throw new IllegalArgumentException("%s:1: the header needs the columns %s".formatted(file, REQUIRED));
        }
    }

    private GradedAnswer answer(String line, int number) {
        String[] values = line.split("\t", -1);
        if (values.length < columns.size()) {
            throw new IllegalArgumentException(
                    "%s:%d: %d columns where the header has %d".formatted(file, number, values.length, columns.size()));
        }
        try {
            return new GradedAnswer(
                    value(values, "dataset"),
                    value(values, "split"),
                    value(values, "question_id"),
                    value(values, "question"),
                    Arrays.asList(value(values, "reference_answer").split(ALTERNATIVE)),
                    value(values, "student_answer"),
                    Double.parseDouble(value(values, "score")),
                    columns.containsKey("label") ? value(values, "label") : "");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
        }
    }

    private String value(String[] values, String column) {
        return values[columns.getOrDefault(column, -1)];
    }
}
