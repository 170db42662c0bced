package dev.greenroom.api.bank;

import dev.greenroom.model.question.Level;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many questions there are of each level. */
@Schema(name = "LevelCounts")
record LevelCounts(
        @Schema(examples = "3") int junior,
        @Schema(examples = "8") int mid,
        @Schema(examples = "4") int senior,
        @Schema(examples = "15") int total) {

    static LevelCounts of(Collection<Level> levels) {
        return new LevelCounts(
                count(levels, Level.JUNIOR), count(levels, Level.MID), count(levels, Level.SENIOR), levels.size());
    }

    private static int count(Collection<Level> levels, Level level) {
        return Math.toIntExact(levels.stream().filter(level::equals).count());
    }
}
