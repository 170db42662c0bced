/** What a tenant has used, by day. */
@NullMarked
package dev.greenroom.api.usage;

import org.jspecify.annotations.NullMarked;
