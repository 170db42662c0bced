/** What the demo page at {@code /} has to know before it can ask the public API for the rest. */
@NullMarked
package dev.greenroom.api.demo;

import org.jspecify.annotations.NullMarked;
