/** Session tokens: short-lived, signed, each for one interview. The features of the interview issue them. */
@NullMarked
package dev.greenroom.api.access.token;

import org.jspecify.annotations.NullMarked;
