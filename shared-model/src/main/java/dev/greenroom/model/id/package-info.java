/** Public identifiers: a type prefix and a time-ordered UUID in compact text. Used by every module. */
@NullMarked
package dev.greenroom.model.id;

import org.jspecify.annotations.NullMarked;
