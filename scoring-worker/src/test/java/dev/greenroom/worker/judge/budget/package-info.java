@NullMarked
package dev.greenroom.worker.judge.budget;

import org.jspecify.annotations.NullMarked;
