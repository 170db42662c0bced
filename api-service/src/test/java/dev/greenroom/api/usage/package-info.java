@NullMarked
package dev.greenroom.api.usage;

import org.jspecify.annotations.NullMarked;
