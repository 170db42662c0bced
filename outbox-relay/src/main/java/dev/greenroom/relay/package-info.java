/**
 * Brings committed outbox rows to Kafka. Both services use it: each publishes at once what it has just committed and,
 * by polling, what another one left behind. Plain Java, so that neither a container nor a framework is needed.
 */
@NullMarked
package dev.greenroom.relay;

import org.jspecify.annotations.NullMarked;
