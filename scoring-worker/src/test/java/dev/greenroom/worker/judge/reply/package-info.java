@NullMarked
package dev.greenroom.worker.judge.reply;

import org.jspecify.annotations.NullMarked;
