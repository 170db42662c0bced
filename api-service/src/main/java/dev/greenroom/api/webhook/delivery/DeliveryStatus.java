package dev.greenroom.api.webhook.delivery;

/** Where a delivery stands. */
enum DeliveryStatus {
    /** It is still to be sent, now or later. */
    PENDING,
    /** The endpoint has it. */
    DELIVERED,
    /** All attempts have failed. */
    FAILED
}
