package dev.greenroom.api.bank;

import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which questions to list; null leaves a property open. */
record QuestionFilter(
        UUID tenant,
        @Nullable String topic,
        @Nullable String section,
        @Nullable Level level,
        @Nullable QuestionKind kind) {}
