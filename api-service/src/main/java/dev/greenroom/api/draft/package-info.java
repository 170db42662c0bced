/** What candidates have written and not yet sent, so that a lost connection or a change of device loses nothing. */
@NullMarked
package dev.greenroom.api.draft;

import org.jspecify.annotations.NullMarked;
