/** Requests that may be sent twice and take effect once. */
@NullMarked
package dev.greenroom.api.idempotency;

import org.jspecify.annotations.NullMarked;
