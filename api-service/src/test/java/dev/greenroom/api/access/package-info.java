/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.access;

import org.jspecify.annotations.NullMarked;
