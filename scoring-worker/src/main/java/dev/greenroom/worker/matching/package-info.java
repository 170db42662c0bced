/** How much of a reference text an answer says, token by token, and where. Knows texts, not what they stand for. */
@NullMarked
package dev.greenroom.worker.matching;

import org.jspecify.annotations.NullMarked;
