/** What operators measure. */
@NullMarked
package dev.greenroom.worker.metrics;

import org.jspecify.annotations.NullMarked;
