package dev.greenroom.bench.judging;

import dev.greenroom.model.question.Question;
import dev.greenroom.worker.assessment.AnswerKey;

/** A question with what answers to it are judged by. */
public record Subject(Question question, AnswerKey key) {}
