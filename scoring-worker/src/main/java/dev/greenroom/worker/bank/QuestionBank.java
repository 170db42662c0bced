package dev.greenroom.worker.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.database.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions and rubrics by version. Versions never change, so what was read once stays in memory. */
@Singleton
public final class QuestionBank {

    private static final int CAPACITY = 2_000;

    private static final String QUESTION = "select body from question_version where question_id = ? and version = ?";
    private static final String RUBRIC = "select body from rubric_version where id = ? and version = ?";
    private static final String CURRENT = "select id, current_version from question"
            + " where current_version > 0 and archived_at is null order by topic_id, position, id";

    private final Database database;
    private final Recent<QuestionRef, Question> questions = new Recent<>(CAPACITY);
    private final Recent<String, Rubric> rubrics = new Recent<>(CAPACITY);

    public QuestionBank(Database database) {
        this.database = database;
    }

    /** The question in that version; asking for one that was never stored is a fault. */
    public Question requireQuestion(QuestionRef ref) {
        return questions.get(
                ref, missing -> parse(requireBody(QUESTION, missing.id(), missing.version()), Question.class));
    }

    /** The rubric by id and version: {@code technical@1}. */
    public Rubric requireRubric(String reference) {
        return rubrics.get(reference, missing -> {
            int at = missing.lastIndexOf('@');
            int version = Integer.parseInt(missing.substring(at + 1));
            return parse(requireBody(RUBRIC, missing.substring(0, at), version), Rubric.class);
        });
    }

    /** Every question in the version that new sessions ask. */
    public List<QuestionRef> listCurrent() {
        return database.directly(connection -> {
            List<QuestionRef> current = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(CURRENT);
                    ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    current.add(new QuestionRef(result.getString(1), result.getInt(2)));
                }
            }
            return current;
        });
    }

    private String requireBody(String sql, String id, int version) {
        return findBody(sql, id, version)
                .orElseThrow(() -> new IllegalStateException("Not in the bank: %s@%d".formatted(id, version)));
    }

    private Optional<String> findBody(String sql, String id, int version) {
        return database.directly(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, id);
                select.setInt(2, version);
                return body(select);
            }
        });
    }

    private static Optional<String> body(PreparedStatement select) throws SQLException {
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
        }
    }

    private static <T> T parse(String body, Class<T> type) {
        try {
            return StoredJson.MAPPER.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unreadable " + type.getSimpleName(), e);
        }
    }
}
