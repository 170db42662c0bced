/** Answers: taking them in durably, and showing where they stand and what came of them. */
@NullMarked
package dev.greenroom.api.answer;

import org.jspecify.annotations.NullMarked;
