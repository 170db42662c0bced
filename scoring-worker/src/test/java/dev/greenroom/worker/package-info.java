/** Tests of the worker as a whole. */
@NullMarked
package dev.greenroom.worker;

import org.jspecify.annotations.NullMarked;
