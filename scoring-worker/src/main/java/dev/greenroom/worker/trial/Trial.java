package dev.greenroom.worker.trial;

import dev.greenroom.model.question.QuestionRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sample answer to a question, or to one of its follow-ups. */
record Trial(UUID id, QuestionRef question, @Nullable String followUpId, String text) {

    static Trial read(ResultSet row) throws SQLException {
        return new Trial(
                row.getObject("id", UUID.class),
                new QuestionRef(row.getString("question_id"), row.getInt("question_version")),
                row.getString("follow_up_id"),
                row.getString("text"));
    }

    /** The text stays out of logs. */
    @Override
    public String toString() {
        return "Trial[%s of %s]".formatted(id, question);
    }
}
