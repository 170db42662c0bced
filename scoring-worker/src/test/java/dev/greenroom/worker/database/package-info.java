/** Tests of this feature, on real parts. */
@NullMarked
package dev.greenroom.worker.database;

import org.jspecify.annotations.NullMarked;
