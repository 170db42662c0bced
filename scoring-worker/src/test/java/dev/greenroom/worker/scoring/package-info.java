/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.scoring;

import org.jspecify.annotations.NullMarked;
