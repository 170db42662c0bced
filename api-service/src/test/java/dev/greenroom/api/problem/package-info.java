/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.problem;

import org.jspecify.annotations.NullMarked;
