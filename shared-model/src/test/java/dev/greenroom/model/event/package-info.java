/** Tests of the package. */
@NullMarked
package dev.greenroom.model.event;

import org.jspecify.annotations.NullMarked;
