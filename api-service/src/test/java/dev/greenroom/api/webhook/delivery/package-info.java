/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.webhook.delivery;

import org.jspecify.annotations.NullMarked;
