/**
 * Measures a running stack and compares each figure with a limit measured in the same run, so that the result says
 * something about Greenroom and little about the machine.
 */
@NullMarked
package dev.greenroom.bench;

import org.jspecify.annotations.NullMarked;
