/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.lease;

import org.jspecify.annotations.NullMarked;
