/** Words the feedback on an answer: what it did well, what to do next, why each score, and how it was delivered. */
@NullMarked
package dev.greenroom.worker.feedback;

import org.jspecify.annotations.NullMarked;
