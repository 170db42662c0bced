/** Tests of the feature. */
@NullMarked
package dev.greenroom.api.bank;

import org.jspecify.annotations.NullMarked;
