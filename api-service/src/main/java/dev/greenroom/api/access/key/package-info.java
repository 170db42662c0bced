/** API keys: their form, how they are kept, checked, made, rotated and revoked, and the first ones of an installation. */
@NullMarked
package dev.greenroom.api.access.key;

import org.jspecify.annotations.NullMarked;
