/** A question of the bank as it is asked and scored: prompt, concepts, follow-ups, rubric. Plain data. */
@NullMarked
package dev.greenroom.model.question;

import org.jspecify.annotations.NullMarked;
