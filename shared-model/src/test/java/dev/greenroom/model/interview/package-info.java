/** Tests of the package. */
@NullMarked
package dev.greenroom.model.interview;

import org.jspecify.annotations.NullMarked;
