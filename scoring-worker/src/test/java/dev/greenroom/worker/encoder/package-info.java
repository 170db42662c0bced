/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.encoder;

import org.jspecify.annotations.NullMarked;
