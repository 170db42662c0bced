/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.session;

import org.jspecify.annotations.NullMarked;
