/** Requests that are wrong in every way we can think of, made from the served contract. */
@NullMarked
package dev.greenroom.api.malformed;

import org.jspecify.annotations.NullMarked;
