package dev.greenroom.api.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.TopicGuide;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** The bank as the other features read it. */
@ApplicationScoped
public class Questions {

    private static final String ENTRY =
            "select q.id, q.current_version, q.topic_id, q.section_id, q.level, q.kind from question q ";

    private final Session database;

    Questions(Session database) {
        this.database = database;
    }

    /** All questions of a topic, in the order of the guide; none when there is no such topic. */
    public List<QuestionEntry> listByTopic(String topic) {
        return list(database.createNativeQuery(
                        ENTRY + "join section s on s.topic_id = q.topic_id and s.id = q.section_id"
                                + " where q.topic_id = :topic order by s.position, q.position",
                        Object[].class)
                .setParameter("topic", topic));
    }

    /** The questions that fit the filter, by id, starting after {@code afterId}. */
    List<QuestionEntry> list(QuestionFilter filter, String afterId, int limit) {
        return list(database.createNativeQuery(
                        ENTRY + "where q.id > :after"
                                + " and (cast(:topic as text) is null or q.topic_id = :topic)"
                                + " and (cast(:section as text) is null or q.section_id = :section)"
                                + " and (cast(:level as text) is null or q.level = :level)"
                                + " and (cast(:kind as text) is null or q.kind = :kind)"
                                + " order by q.id limit :limit",
                        Object[].class)
                .setParameter("after", afterId)
                .setParameter("topic", filter.topic())
                .setParameter("section", filter.section())
                .setParameter(
                        "level", filter.level() == null ? null : filter.level().name())
                .setParameter(
                        "kind", filter.kind() == null ? null : filter.kind().name())
                .setParameter("limit", limit));
    }

    public Optional<QuestionEntry> findEntry(String id) {
        return list(database.createNativeQuery(ENTRY + "where q.id = :id", Object[].class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    private static List<QuestionEntry> list(SelectionQuery<Object[]> query) {
        return query.getResultList().stream().map(Questions::entry).toList();
    }

    private static QuestionEntry entry(Object[] row) {
        return new QuestionEntry(
                new QuestionRef((String) row[0], (int) row[1]),
                (String) row[2],
                (String) row[3],
                Level.valueOf((String) row[4]),
                QuestionKind.valueOf((String) row[5]));
    }

    /** One version of a question. Versions never change, so they are remembered. */
    @CacheResult(cacheName = "question-versions")
    public Question require(QuestionRef ref) {
        String body = database.createNativeQuery(
                        "select cast(body as text) from question_version where question_id = :id and version = :version",
                        String.class)
                .setParameter("id", ref.id())
                .setParameter("version", ref.version())
                .getSingleResult();
        return read(body, Question.class);
    }

    List<TopicGuide> listGuides() {
        return database.createNativeQuery("select cast(guide as text) from topic order by position", String.class)
                .getResultStream()
                .map(guide -> read(guide, TopicGuide.class))
                .toList();
    }

    Optional<TopicGuide> findGuide(String topic) {
        return listGuides().stream().filter(guide -> guide.id().equals(topic)).findFirst();
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return StoredJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the bank cannot be read", e);
        }
    }
}
