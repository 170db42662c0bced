/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.matching;

import org.jspecify.annotations.NullMarked;
