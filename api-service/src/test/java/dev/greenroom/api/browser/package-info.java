/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.browser;

import org.jspecify.annotations.NullMarked;
