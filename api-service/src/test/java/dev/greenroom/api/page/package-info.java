/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.page;

import org.jspecify.annotations.NullMarked;
