/** Answers that no attempt could score, and another chance for them. */
@NullMarked
package dev.greenroom.api.quarantine;

import org.jspecify.annotations.NullMarked;
