package dev.greenroom.worker.writing;

import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.worker.lease.Claim;
import org.jspecify.annotations.Nullable;

/**
 * How a claimed answer ends.
 *
 * @param reason why there is no score; null when there is one
 */
record Outcome(Claim claim, AnswerStatus status, @Nullable String reason) {}
