@NullMarked
package dev.greenroom.api.access.key;

import org.jspecify.annotations.NullMarked;
