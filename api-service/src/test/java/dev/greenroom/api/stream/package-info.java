/** Tests of event streams. */
@NullMarked
package dev.greenroom.api.stream;

import org.jspecify.annotations.NullMarked;
