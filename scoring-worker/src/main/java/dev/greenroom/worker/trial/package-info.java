/** Scores the sample answers on which authors try their questions, by the very code that scores candidates. */
@NullMarked
package dev.greenroom.worker.trial;

import org.jspecify.annotations.NullMarked;
