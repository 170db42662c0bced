@NullMarked
package dev.greenroom.model.trace;

import org.jspecify.annotations.NullMarked;
