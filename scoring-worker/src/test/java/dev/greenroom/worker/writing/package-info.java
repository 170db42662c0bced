/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.writing;

import org.jspecify.annotations.NullMarked;
