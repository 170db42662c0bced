/** News from the workers, as they come over Kafka. */
@NullMarked
package dev.greenroom.api.live;

import org.jspecify.annotations.NullMarked;
