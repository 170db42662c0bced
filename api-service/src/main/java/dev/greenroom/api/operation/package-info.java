/** What operators see of the product as a whole, and what keeps its tables from growing for ever. Nobody needs it. */
@NullMarked
package dev.greenroom.api.operation;

import org.jspecify.annotations.NullMarked;
