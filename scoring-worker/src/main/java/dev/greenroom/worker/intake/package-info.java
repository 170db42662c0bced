/** Takes announced answers from Kafka, claims them and hands them on. Nothing is held in Kafka while it is scored. */
@NullMarked
package dev.greenroom.worker.intake;

import org.jspecify.annotations.NullMarked;
