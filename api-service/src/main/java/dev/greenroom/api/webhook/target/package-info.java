/** Where webhooks may be sent, so that nobody makes this service speak to the network that it stands in. */
@NullMarked
package dev.greenroom.api.webhook.target;

import org.jspecify.annotations.NullMarked;
