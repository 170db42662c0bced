/** The worker as a process: start, stop, health. */
@NullMarked
package dev.greenroom.worker.operation;

import org.jspecify.annotations.NullMarked;
