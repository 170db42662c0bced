/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.language;

import org.jspecify.annotations.NullMarked;
