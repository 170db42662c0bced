/** Tests of the API. */
@NullMarked
package dev.greenroom.api;

import org.jspecify.annotations.NullMarked;
