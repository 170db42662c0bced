/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.progress;

import org.jspecify.annotations.NullMarked;
