/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.authoring;

import org.jspecify.annotations.NullMarked;
