/** Questions of tenants' own: written, checked, published and archived, one by one or as a whole bank in YAML. */
@NullMarked
package dev.greenroom.api.authoring;

import org.jspecify.annotations.NullMarked;
