/** The public door of the embedded scorer: an answer and what it is judged by go in, an assessment comes out. */
@NullMarked
package dev.greenroom.worker.assessment;

import org.jspecify.annotations.NullMarked;
