/** The worker's side of the outbox: announcing answers that wait, and the relay that sends what was committed. */
@NullMarked
package dev.greenroom.worker.publishing;

import org.jspecify.annotations.NullMarked;
