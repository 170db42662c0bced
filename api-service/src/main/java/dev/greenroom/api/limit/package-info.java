/**
 * How often somebody may ask: token buckets that all replicas share. {@code access} counts every request under its
 * caller; a feature with a tighter quota of its own takes from it through {@link dev.greenroom.api.limit.RateLimits}.
 */
@NullMarked
package dev.greenroom.api.limit;

import org.jspecify.annotations.NullMarked;
