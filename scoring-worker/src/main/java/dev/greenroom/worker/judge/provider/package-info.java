/** Calls to the provider of the model: bounded in time, size and number, and never an exception. For the judge alone. */
@NullMarked
package dev.greenroom.worker.judge.provider;

import org.jspecify.annotations.NullMarked;
