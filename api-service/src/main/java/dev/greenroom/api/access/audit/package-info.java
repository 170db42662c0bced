/** Who did what to what, and when: features note it in the transaction of the deed, administrators read it. */
@NullMarked
package dev.greenroom.api.access.audit;

import org.jspecify.annotations.NullMarked;
