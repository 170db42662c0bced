/** Lists in pages, by keyset. */
@NullMarked
package dev.greenroom.api.page;

import org.jspecify.annotations.NullMarked;
