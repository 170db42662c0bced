/** Stands in for a provider of language models, on the wire, for tests and benchmarks of the other modules. */
@NullMarked
package dev.greenroom.localstack.chat;

import org.jspecify.annotations.NullMarked;
