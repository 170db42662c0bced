/** Tests of the package. */
@NullMarked
package dev.greenroom.model.id;

import org.jspecify.annotations.NullMarked;
