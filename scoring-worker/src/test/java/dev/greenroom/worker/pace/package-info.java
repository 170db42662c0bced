/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.pace;

import org.jspecify.annotations.NullMarked;
