/** Turns text into token vectors by the embedded language model. Knows nothing of questions and answers. */
@NullMarked
package dev.greenroom.worker.encoder;

import org.jspecify.annotations.NullMarked;
