@NullMarked
package dev.greenroom.api.access.token;

import org.jspecify.annotations.NullMarked;
