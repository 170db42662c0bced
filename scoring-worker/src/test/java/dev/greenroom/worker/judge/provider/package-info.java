@NullMarked
package dev.greenroom.worker.judge.provider;

import org.jspecify.annotations.NullMarked;
