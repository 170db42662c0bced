/** Chooses the follow-up that asks about the most valuable gap of a thread. Pure. */
@NullMarked
package dev.greenroom.worker.followup;

import org.jspecify.annotations.NullMarked;
