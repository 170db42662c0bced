/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.intake;

import org.jspecify.annotations.NullMarked;
