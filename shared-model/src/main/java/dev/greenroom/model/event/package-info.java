/** What the services tell each other over Kafka, and its codec. Ids only, never a candidate's words. */
@NullMarked
package dev.greenroom.model.event;

import org.jspecify.annotations.NullMarked;
