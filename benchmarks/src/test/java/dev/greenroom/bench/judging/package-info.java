/** The attack suite, and what it is made of. */
@NullMarked
package dev.greenroom.bench.judging;

import org.jspecify.annotations.NullMarked;
