/** What becomes of a claimed answer, each outcome in one transaction that holds only while the claim is ours. */
@NullMarked
package dev.greenroom.worker.writing;

import org.jspecify.annotations.NullMarked;
