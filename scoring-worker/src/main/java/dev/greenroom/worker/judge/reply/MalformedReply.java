package dev.greenroom.worker.judge.reply;

/** A reply that is not what was asked for. Says so without the reply's own words. */
final class MalformedReply extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;

    MalformedReply(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
