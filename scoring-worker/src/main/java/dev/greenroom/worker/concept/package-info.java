/** Decides for each key point of a question what an answer did with it, and which words show it. */
@NullMarked
package dev.greenroom.worker.concept;

import org.jspecify.annotations.NullMarked;
