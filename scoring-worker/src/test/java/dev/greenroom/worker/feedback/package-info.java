/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.feedback;

import org.jspecify.annotations.NullMarked;
