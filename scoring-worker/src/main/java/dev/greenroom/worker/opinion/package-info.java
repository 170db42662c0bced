/**
 * Second opinions on answers that have been scored once: the first evaluation is stored at once and the interview goes
 * on, the opinion comes when it comes. For scoring alone.
 */
@NullMarked
package dev.greenroom.worker.opinion;

import org.jspecify.annotations.NullMarked;
