/** Work that repeats on a thread of its own: its rhythm, its gaps after failures, its sign of life. */
@NullMarked
package dev.greenroom.worker.pace;

import org.jspecify.annotations.NullMarked;
