/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.trial;

import org.jspecify.annotations.NullMarked;
