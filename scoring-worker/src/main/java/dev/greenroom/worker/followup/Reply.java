package dev.greenroom.worker.followup;

/**
 * One turn of a thread with the words of its answer.
 *
 * @param answerId the answer's public id
 */
public record Reply(String answerId, String text, ThreadTurn turn) {

    /** The text stays out of logs. */
    @Override
    public String toString() {
        return "Reply[%s, %d characters]".formatted(answerId, text.length());
    }
}
