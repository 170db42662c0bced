/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.webhook;

import org.jspecify.annotations.NullMarked;
