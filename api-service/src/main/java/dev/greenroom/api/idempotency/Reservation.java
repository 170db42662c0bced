package dev.greenroom.api.idempotency;

/** What a look at a key shows. */
sealed interface Reservation {

    /** The key is ours until the transaction ends. */
    record Free() implements Reservation {}

    /** Another transaction holds the key. */
    record Running() implements Reservation {}

    /** The key has had its effect. */
    @SuppressWarnings("ArrayRecordComponent") // a hash, compared by Arrays.equals
    record Used(byte[] requestHash, StoredResponse response) implements Reservation {}
}
