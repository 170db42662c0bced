/** The questions and rubrics that answers are scored by, read from the tables that the API fills. */
@NullMarked
package dev.greenroom.worker.bank;

import org.jspecify.annotations.NullMarked;
