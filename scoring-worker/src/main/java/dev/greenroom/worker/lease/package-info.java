/** Who scores an answer: claiming it, keeping the claim alive, giving it back. PostgreSQL decides, never Kafka. */
@NullMarked
package dev.greenroom.worker.lease;

import org.jspecify.annotations.NullMarked;
