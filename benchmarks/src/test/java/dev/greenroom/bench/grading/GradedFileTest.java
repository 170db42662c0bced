package dev.greenroom.bench.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradedFileTest {

    private static final String HEADER =
            "dataset\tsplit\tquestion_id\tquestion\treference_answer\tstudent_answer\tscore\n";

    @TempDir
    private Path folder;

    @Test
    void readsAlternativesAndOnlyTheSplitThatWasAskedFor() throws IOException {
        Path file = write(HEADER + "set\tUQ\tq1\tWhy?\tBecause. ||| Therefore.\tSo.\t0.5\n"
                + "set\ttrain\tq2\tHow?\tThus.\tSomehow.\t1\n");

        assertThat(GradedFile.read(file, "UQ")).singleElement().satisfies(answer -> {
            assertThat(answer.references()).containsExactly("Because.", "Therefore.");
            assertThat(answer.score()).isEqualTo(0.5);
        });
        assertThat(GradedFile.read(file, null)).hasSize(2);
    }

    @Test
    void namesTheLineThatHasAScoreOutOfRange() throws IOException {
        Path file = write(HEADER + "set\tUQ\tq1\tWhy?\tBecause.\tSo.\t3\n");

        assertThatThrownBy(() -> GradedFile.read(file, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file + ":2: A score of 3.0 is not between 0 and 1");
    }

    @Test
    void namesTheColumnsThatAreMissing() throws IOException {
        Path file = write("question\tanswer\n");

        assertThatThrownBy(() -> GradedFile.read(file, null)).hasMessageContaining("student_answer");
    }

    @Test
    void refusesASplitThatIsNotThere() throws IOException {
        Path file = write(HEADER + "set\tUQ\tq1\tWhy?\tBecause.\tSo.\t0\n");

        assertThatThrownBy(() -> GradedFile.read(file, "test")).hasMessageContaining("no answers of the split test");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("answers.tsv"), content);
    }
}
