package dev.greenroom.api.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.TopicGuide;
import io.quarkus.cache.CacheResult;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The bank as the other features read it. */
@ApplicationScoped
public class Questions {

    private static final String COLUMNS = "q.id, q.current_version, q.topic_id, q.section_id, q.level, q.kind";
    private static final String ENTRY = "select " + COLUMNS + " from question q ";

    /** Published, not archived, and the tenant's own or built in; an own question hides a built-in one of its slug. */
    private static final String VISIBLE = "q.current_version > 0 and q.archived_at is null and (q.tenant_id = :tenant"
            + " or q.tenant_id is null"
            + " and not exists (select 1 from tenant b where b.id = :tenant and b.hides_built_in)"
            + " and not exists (select 1 from question own where own.tenant_id = :tenant and own.slug = q.slug"
            + " and own.current_version > 0 and own.archived_at is null))";

    private static final String FITS = VISIBLE + " and (cast(:topic as text) is null or q.topic_id = :topic)"
            + " and (cast(:section as text) is null or q.section_id = :section)"
            + " and (cast(:level as text) is null or q.level = :level)"
            + " and (cast(:kind as text) is null or q.kind = :kind)";

    private static final String WEIGHTS = "'{0.1, 0.3, 0.6, 1.0}'";

    /**
     * By the places of the words; of several words (a query of more than one word and its prefix) also by their
     * nearness, since "csrf" here and "token" there are not "csrf token".
     */
    private static final String RANK = "ts_rank(" + WEIGHTS + ", v.search, asked) + case when numnode(asked) > 3"
            + " then 2 * ts_rank_cd(" + WEIGHTS + ", v.search, asked) else 0 end";

    /** The rank is rounded to a decimal, which a cursor can name exactly. */
    private static final String RANKED = "select " + COLUMNS
            + ", cast(" + RANK + " as numeric(9, 6)) as rank from question q"
            + " join question_version v on v.question_id = q.id and v.version = q.current_version"
            + " cross join search_query(:words) as asked where v.search @@ asked and " + FITS;

    private final Session database;

    Questions(Session database) {
        this.database = database;
    }

    /** All questions of a topic, in the order of the guide; none when there is no such topic. */
    @Transactional
    public List<QuestionEntry> listByTopic(UUID tenant, String topic) {
        return list(database.createNativeQuery(
                        ENTRY + "join section s on s.topic_id = q.topic_id and s.id = q.section_id"
                                + " where q.topic_id = :topic and " + VISIBLE
                                + " order by s.position, q.position, q.id",
                        Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("topic", topic));
    }

    /** The questions that fit the filter, by id, starting after {@code afterId}. */
    @Transactional
    List<QuestionEntry> list(QuestionFilter filter, String afterId, int limit) {
        var query = database.createNativeQuery(
                ENTRY + "where q.id > :after and " + FITS + " order by q.id limit :limit", Object[].class);
        return list(bind(filter, query).setParameter("after", afterId).setParameter("limit", limit));
    }

    /**
     * The questions that fit the filter and speak of {@code words}, the best first.
     *
     * @param after the last one of the page before; null for the first page
     */
    @Transactional
    List<FoundQuestion> search(QuestionFilter filter, String words, @Nullable SearchPlace after, int limit) {
        var query = database.createNativeQuery(
                "select * from (" + RANKED + ") as found where cast(:rank as numeric) is null"
                        + " or rank < :rank or rank = :rank and id > :after order by rank desc, id limit :limit",
                Object[].class);
        return bind(filter, query)
                .setParameter("words", words)
                .setParameter("rank", after == null ? null : after.rank(), BigDecimal.class)
                .setParameter("after", after == null ? "" : after.id())
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new FoundQuestion(entry(row), (BigDecimal) row[6]))
                .toList();
    }

    private static NativeQuery<Object[]> bind(QuestionFilter filter, NativeQuery<Object[]> query) {
        return query.setParameter("tenant", filter.tenant())
                .setParameter("topic", filter.topic())
                .setParameter("section", filter.section())
                .setParameter(
                        "level", filter.level() == null ? null : filter.level().name())
                .setParameter(
                        "kind", filter.kind() == null ? null : filter.kind().name());
    }

    /** The question that the tenant knows by this slug. */
    @Transactional
    Optional<QuestionEntry> findEntry(UUID tenant, String slug) {
        return list(database.createNativeQuery(ENTRY + "where q.slug = :slug and " + VISIBLE, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("slug", slug))
                .stream()
                .findFirst();
    }

    /** The newest version of an own question, also a draft; the current one of a built-in question. */
    @Transactional
    public Optional<QuestionRef> findNewest(UUID tenant, String slug) {
        return database.createNativeQuery(
                        "select q.id, case when q.tenant_id is null then q.current_version else"
                                + " (select max(v.version) from question_version v where v.question_id = q.id) end"
                                + " from question q where q.slug = :slug and (q.tenant_id = :tenant or " + VISIBLE
                                + ") order by q.tenant_id nulls last limit 1",
                        Object[].class)
                .setParameter("slug", slug)
                .setParameter("tenant", tenant)
                .uniqueResultOptional()
                .map(row -> new QuestionRef((String) row[0], (int) row[1]));
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
        String body = QuarkusTransaction.joiningExisting()
                .call(() -> database.createNativeQuery(
                                "select cast(body as text) from question_version"
                                        + " where question_id = :id and version = :version",
                                String.class)
                        .setParameter("id", ref.id())
                        .setParameter("version", ref.version())
                        .getSingleResult());
        return read(body, Question.class);
    }

    public boolean hasSection(String topic, String section) {
        return database.createNativeQuery(
                        "select exists (select 1 from section where topic_id = :topic and id = :section)",
                        Boolean.class)
                .setParameter("topic", topic)
                .setParameter("section", section)
                .getSingleResult();
    }

    public List<TopicGuide> listGuides() {
        return database.createNativeQuery("select cast(guide as text) from topic order by position", String.class)
                .getResultStream()
                .map(guide -> read(guide, TopicGuide.class))
                .toList();
    }

    public Optional<TopicGuide> findGuide(String topic) {
        return listGuides().stream().filter(guide -> guide.id().equals(topic)).findFirst();
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return StoredJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the bank cannot be read", e);
        }
    }
}
