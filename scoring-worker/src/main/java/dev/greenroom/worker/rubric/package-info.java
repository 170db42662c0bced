/** Turns what an answer says into a score by criterion and in total, and into how far that score can be trusted. */
@NullMarked
package dev.greenroom.worker.rubric;

import org.jspecify.annotations.NullMarked;
