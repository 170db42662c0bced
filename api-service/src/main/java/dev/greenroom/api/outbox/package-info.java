/** The relay that carries committed messages to Kafka. */
@NullMarked
package dev.greenroom.api.outbox;

import org.jspecify.annotations.NullMarked;
