/** Finds answers that nobody is working on, whatever the reason, and announces them again. Any worker may sweep. */
@NullMarked
package dev.greenroom.worker.sweep;

import org.jspecify.annotations.NullMarked;
