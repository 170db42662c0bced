/** What becomes of what candidates have entrusted to us: it is given out, erased on request, and erased in time. */
@NullMarked
package dev.greenroom.api.privacy;

import org.jspecify.annotations.NullMarked;
