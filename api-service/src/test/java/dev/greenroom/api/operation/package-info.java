@NullMarked
package dev.greenroom.api.operation;

import org.jspecify.annotations.NullMarked;
