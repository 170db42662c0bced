/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.json;

import org.jspecify.annotations.NullMarked;
