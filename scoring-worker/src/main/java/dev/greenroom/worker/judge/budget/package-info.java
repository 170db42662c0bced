/** What calls cost, and what a tenant may spend in a day. For the judge alone. */
@NullMarked
package dev.greenroom.worker.judge.budget;

import org.jspecify.annotations.NullMarked;
