/** Scores claimed answers, each on a virtual thread: reads what is needed, assesses outside of any transaction, writes. */
@NullMarked
package dev.greenroom.worker.scoring;

import org.jspecify.annotations.NullMarked;
