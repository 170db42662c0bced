/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.sweep;

import org.jspecify.annotations.NullMarked;
