/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.rubric;

import org.jspecify.annotations.NullMarked;
