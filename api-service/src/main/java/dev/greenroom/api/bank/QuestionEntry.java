package dev.greenroom.api.bank;

import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.QuestionRef;

/** A question as the bank lists it: where it belongs and which version is current. */
public record QuestionEntry(QuestionRef ref, String topic, String section, Level level, QuestionKind kind) {}
