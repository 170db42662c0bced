@NullMarked
package dev.greenroom.api.privacy;

import org.jspecify.annotations.NullMarked;
