/** Sample answers on which authors try their questions: put where a worker finds them, and waited for. */
@NullMarked
package dev.greenroom.api.trial;

import org.jspecify.annotations.NullMarked;
