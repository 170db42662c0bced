/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.idempotency;

import org.jspecify.annotations.NullMarked;
