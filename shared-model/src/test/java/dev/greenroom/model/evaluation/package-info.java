/** Tests of the package. */
@NullMarked
package dev.greenroom.model.evaluation;

import org.jspecify.annotations.NullMarked;
