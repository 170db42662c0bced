@NullMarked
package dev.greenroom.model.digest;

import org.jspecify.annotations.NullMarked;
