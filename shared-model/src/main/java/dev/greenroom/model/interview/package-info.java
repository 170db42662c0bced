/** An interview: session, turns, answers, and the rules of their flow. Entities of the tables that both services use. */
@NullMarked
package dev.greenroom.model.interview;

import org.jspecify.annotations.NullMarked;
