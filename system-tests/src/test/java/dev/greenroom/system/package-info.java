/** Black-box tests: they start the packaged services on real PostgreSQL and Kafka and use them as clients do. */
@NullMarked
package dev.greenroom.system;

import org.jspecify.annotations.NullMarked;
