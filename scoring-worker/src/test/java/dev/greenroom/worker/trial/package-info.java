/** Tests of the feature. */
@NullMarked
package dev.greenroom.worker.trial;

import org.jspecify.annotations.NullMarked;
