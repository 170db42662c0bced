package dev.greenroom.api.bank;

import dev.greenroom.model.question.Rubric;
import java.util.List;

/** The rubrics as their file holds them. */
record RubricsFile(List<Rubric> rubrics) {}
