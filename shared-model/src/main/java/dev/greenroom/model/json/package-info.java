/** JSON as the services store it. Both must read what the other wrote, so both use this one mapper. */
@NullMarked
package dev.greenroom.model.json;

import org.jspecify.annotations.NullMarked;
