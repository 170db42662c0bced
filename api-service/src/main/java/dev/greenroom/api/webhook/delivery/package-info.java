/** Sends what happened to the endpoints that asked for it, until they have it or their patience is over. */
@NullMarked
package dev.greenroom.api.webhook.delivery;

import org.jspecify.annotations.NullMarked;
