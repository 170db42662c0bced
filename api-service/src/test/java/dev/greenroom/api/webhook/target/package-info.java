/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.webhook.target;

import org.jspecify.annotations.NullMarked;
