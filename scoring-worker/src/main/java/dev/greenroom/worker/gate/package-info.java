/** What is decided about an answer before any model sees it: whether it can be scored, and which of its sentences. */
@NullMarked
package dev.greenroom.worker.gate;

import org.jspecify.annotations.NullMarked;
