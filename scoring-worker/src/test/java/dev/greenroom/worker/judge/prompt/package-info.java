@NullMarked
package dev.greenroom.worker.judge.prompt;

import org.jspecify.annotations.NullMarked;
