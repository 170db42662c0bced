/** Messages waiting for the relay. A row is written in the transaction whose news it carries. */
@NullMarked
package dev.greenroom.model.outbox;

import org.jspecify.annotations.NullMarked;
