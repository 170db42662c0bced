/** The relay against a real PostgreSQL and a real Kafka. */
@NullMarked
package dev.greenroom.relay;

import org.jspecify.annotations.NullMarked;
