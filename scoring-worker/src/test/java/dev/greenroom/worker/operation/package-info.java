/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.operation;

import org.jspecify.annotations.NullMarked;
