/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.limit;

import org.jspecify.annotations.NullMarked;
