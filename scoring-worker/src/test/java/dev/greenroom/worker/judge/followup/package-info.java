@NullMarked
package dev.greenroom.worker.judge.followup;

import org.jspecify.annotations.NullMarked;
