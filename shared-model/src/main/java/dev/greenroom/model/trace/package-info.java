/**
 * One trace from the request over outbox and Kafka to the feedback. Only the OpenTelemetry API is used, which does nothing
 * unless an operator attaches the OpenTelemetry agent to the services.
 */
@NullMarked
package dev.greenroom.model.trace;

import org.jspecify.annotations.NullMarked;
