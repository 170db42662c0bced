/** Words, sentences and polarity of English text, told by rules that need no model. Knows nothing of scoring. */
@NullMarked
package dev.greenroom.worker.language;

import org.jspecify.annotations.NullMarked;
