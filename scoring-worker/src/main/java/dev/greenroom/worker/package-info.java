/** The scoring worker: takes submitted answers, scores them and moves their interviews on. */
@NullMarked
package dev.greenroom.worker;

import org.jspecify.annotations.NullMarked;
