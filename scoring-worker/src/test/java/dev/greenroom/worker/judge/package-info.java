@NullMarked
package dev.greenroom.worker.judge;

import org.jspecify.annotations.NullMarked;
