/** Who owns a row: tenants and the keys that speak for them. */
@NullMarked
package dev.greenroom.model.tenant;

import org.jspecify.annotations.NullMarked;
