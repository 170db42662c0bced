/** Real parts only: the tests start and stop what users start and stop. */
@NullMarked
package dev.greenroom.localstack;

import org.jspecify.annotations.NullMarked;
