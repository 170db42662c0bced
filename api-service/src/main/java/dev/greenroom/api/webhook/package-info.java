/**
 * The endpoints that tenants want to be told at. {@code target} says where they may be, {@code delivery} tells them; nobody
 * else needs any of it.
 */
@NullMarked
package dev.greenroom.api.webhook;

import org.jspecify.annotations.NullMarked;
