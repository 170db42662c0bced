@NullMarked
package dev.greenroom.api.guest;

import org.jspecify.annotations.NullMarked;
