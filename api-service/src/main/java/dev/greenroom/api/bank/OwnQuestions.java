package dev.greenroom.api.bank;

import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The stored questions of tenants. Part of the caller's transaction; versions are added, never changed. */
@ApplicationScoped
public class OwnQuestions {

    private static final String COLUMNS = "select q.id, q.current_version,"
            + " (select coalesce(max(v.version), 0) from question_version v where v.question_id = q.id),"
            + " q.archived_at is not null from question q where q.tenant_id = :tenant";

    private final Session database;
    private final Clock clock;

    OwnQuestions(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public Optional<OwnQuestion> find(UUID tenant, String slug) {
        return database.createNativeQuery(COLUMNS + " and q.id = :id", Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("id", QuestionRef.ownId(slug, tenant))
                .uniqueResultOptional()
                .map(OwnQuestions::question);
    }

    /** The same, and nobody else changes the question until the transaction ends. */
    public Optional<OwnQuestion> findLocked(UUID tenant, String slug) {
        // Locked before it is read: a subquery of a locking statement would see what was there before the wait.
        database.createNativeQuery("select 1 from question where id = :id for update", Integer.class)
                .setParameter("id", QuestionRef.ownId(slug, tenant))
                .uniqueResultOptional();
        return find(tenant, slug);
    }

    /** All that are not archived, in the order of topic, section and slug. */
    public List<OwnQuestion> list(UUID tenant) {
        return database.createNativeQuery(
                        COLUMNS + " and q.archived_at is null order by q.topic_id, q.section_id, q.slug",
                        Object[].class)
                .setParameter("tenant", tenant)
                .getResultStream()
                .map(OwnQuestions::question)
                .toList();
    }

    private static OwnQuestion question(Object[] row) {
        return new OwnQuestion((String) row[0], (int) row[1], (int) row[2], (boolean) row[3]);
    }

    /** Makes room for a question that is not there yet; false when it is. */
    public boolean add(UUID tenant, Question question) {
        return database.createNativeMutationQuery(
                                "insert into question (id, tenant_id, topic_id, section_id, position, level, kind,"
                                        + " current_version) values (:id, :tenant, :topic, :section, :last, :level,"
                                        + " :kind, 0) on conflict do nothing")
                        .setParameter("id", QuestionRef.ownId(question.id(), tenant))
                        .setParameter("tenant", tenant)
                        .setParameter("topic", question.topic())
                        .setParameter("section", question.section())
                        .setParameter("last", Integer.MAX_VALUE) // after the built-in ones of the section
                        .setParameter("level", question.level().name())
                        .setParameter("kind", question.kind().name())
                        .executeUpdate()
                == 1;
    }

    public void addDraft(QuestionRef ref, StoredContent content) {
        database.createNativeMutationQuery(
                        "insert into question_version (question_id, version, content_hash, body, created_at, status)"
                                + " values (:id, :version, :hash, cast(:body as jsonb), :now, 'DRAFT')")
                .setParameter("id", ref.id())
                .setParameter("version", ref.version())
                .setParameter("hash", content.hash())
                .setParameter("body", content.body())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Makes a version the one that new sessions ask. */
    public void publish(QuestionRef ref, Question question) {
        database.createNativeMutationQuery("update question_version set status = 'PUBLISHED', published_at = :now"
                        + " where question_id = :id and version = :version")
                .setParameter("now", clock.instant())
                .setParameter("id", ref.id())
                .setParameter("version", ref.version())
                .executeUpdate();
        database.createNativeMutationQuery("update question set current_version = :version, archived_at = null,"
                        + " topic_id = :topic, section_id = :section, level = :level, kind = :kind where id = :id")
                .setParameter("version", ref.version())
                .setParameter("topic", question.topic())
                .setParameter("section", question.section())
                .setParameter("level", question.level().name())
                .setParameter("kind", question.kind().name())
                .setParameter("id", ref.id())
                .executeUpdate();
    }

    public void archive(String id) {
        database.createNativeMutationQuery(
                        "update question set archived_at = :now where id = :id and archived_at is null")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    public byte[] hash(QuestionRef ref) {
        return database.createNativeQuery(
                        "select content_hash from question_version where question_id = :id and version = :version",
                        byte[].class)
                .setParameter("id", ref.id())
                .setParameter("version", ref.version())
                .getSingleResult();
    }

    /** The versions of a question, newest first. */
    public List<VersionLine> listVersions(String id) {
        return database.createNativeQuery(
                        "select version, status, created_at, published_at from question_version"
                                + " where question_id = :id order by version desc",
                        Object[].class)
                .addScalar("version", Integer.class)
                .addScalar("status", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("published_at", Instant.class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new VersionLine(
                        (int) row[0], QuestionStatus.valueOf((String) row[1]), (Instant) row[2], (Instant) row[3]))
                .toList();
    }

    /** Until the transaction ends nobody else replaces the tenant's bank. */
    public void lock(UUID tenant) {
        // Not "for update", which would hold up whatever else of the tenant is being stored.
        database.createNativeQuery("select 1 from tenant where id = :tenant for no key update", Integer.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    public boolean hidesBuiltIn(UUID tenant) {
        return database.createNativeQuery("select hides_built_in from tenant where id = :tenant", Boolean.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    public void hideBuiltIn(UUID tenant, boolean hides) {
        database.createNativeMutationQuery("update tenant set hides_built_in = :hides where id = :tenant")
                .setParameter("hides", hides)
                .setParameter("tenant", tenant)
                .executeUpdate();
    }
}
