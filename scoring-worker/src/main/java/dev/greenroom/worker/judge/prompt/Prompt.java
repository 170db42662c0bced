package dev.greenroom.worker.judge.prompt;

/**
 * All that one call tells the model.
 *
 * @param system the instructions and the question's material: the same for all answers to a turn, so that a provider may
 *     cache it
 * @param user the candidate's words, as data
 * @param schema of the reply, as JSON Schema
 * @param hash names the instructions' version: SHA-256 of the template, as {@code sha256:} and 64 hexadecimal digits
 */
public record Prompt(String system, String user, String schema, String hash) {

    /** The same call again after a reply that couldn't be used; the reply itself is not shown, it must not anchor. */
    public Prompt repairing(String problem) {
        String again = """


            An earlier reply to this was refused by the program that reads it: %s. Reply anew, with the JSON object and \
            nothing else.\
            """.formatted(problem);
        return new Prompt(system, user + again, schema, hash);
    }

    /** The words stay out of logs. */
    @Override
    public String toString() {
        return "Prompt[%d and %d characters, %s]".formatted(system.length(), user.length(), hash);
    }
}
