/**
 * PostgreSQL, Kafka and both services on one machine: for {@code ./greenroom up}, and for every test and benchmark
 * that needs the real thing. Knows nothing of interviews; the product must not depend on it.
 */
@NullMarked
package dev.greenroom.localstack;

import org.jspecify.annotations.NullMarked;
