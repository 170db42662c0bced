/** Tests of this feature. */
@NullMarked
package dev.greenroom.bench.grading;

import org.jspecify.annotations.NullMarked;
