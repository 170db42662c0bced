/** What the judge says, believed only as far as code can check it. For the judge alone. */
@NullMarked
package dev.greenroom.worker.judge.reply;

import org.jspecify.annotations.NullMarked;
