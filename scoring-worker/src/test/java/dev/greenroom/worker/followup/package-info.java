/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.followup;

import org.jspecify.annotations.NullMarked;
