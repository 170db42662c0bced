/** The feedback on an answer: the shape that the worker writes and the API shows. Plain data. */
@NullMarked
package dev.greenroom.model.evaluation;

import org.jspecify.annotations.NullMarked;
