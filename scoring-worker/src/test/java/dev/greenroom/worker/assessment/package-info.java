/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.assessment;

import org.jspecify.annotations.NullMarked;
