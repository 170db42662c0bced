/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.gate;

import org.jspecify.annotations.NullMarked;
