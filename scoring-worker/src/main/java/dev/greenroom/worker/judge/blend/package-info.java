/** Settles what two scorers make of one answer, and what a judge may not talk us into. For the judge alone. */
@NullMarked
package dev.greenroom.worker.judge.blend;

import org.jspecify.annotations.NullMarked;
