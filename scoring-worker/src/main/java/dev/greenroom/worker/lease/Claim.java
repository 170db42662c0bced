package dev.greenroom.worker.lease;

import java.util.UUID;

/**
 * The right to decide about an answer.
 *
 * @param attempt the fencing token: the right is lost as soon as the answer's row shows another number
 */
public record Claim(UUID answerId, int attempt) {}
