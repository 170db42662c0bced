@NullMarked
package dev.greenroom.worker.judge.blend;

import org.jspecify.annotations.NullMarked;
