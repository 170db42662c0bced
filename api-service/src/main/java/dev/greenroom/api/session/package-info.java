/** Interviews: starting, reading, completing them. */
@NullMarked
package dev.greenroom.api.session;

import org.jspecify.annotations.NullMarked;
