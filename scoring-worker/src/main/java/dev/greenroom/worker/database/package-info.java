/** Plain SQL in short transactions, and patience while the database is away. For every feature that touches tables. */
@NullMarked
package dev.greenroom.worker.database;

import org.jspecify.annotations.NullMarked;
