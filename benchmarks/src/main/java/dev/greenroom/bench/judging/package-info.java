/** What a judge can be talked into, and what the defences against that cost: attacks and honest answers, and who judges them. */
@NullMarked
package dev.greenroom.bench.judging;

import org.jspecify.annotations.NullMarked;
