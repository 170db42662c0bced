package dev.greenroom.api.bank;

import dev.greenroom.model.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;

/** What the import writes. All of it in one transaction of the caller's. */
@ApplicationScoped
class BankTables {

    /** An arbitrary number that only the import uses: one replica imports at a time. */
    private static final long LOCK = 4_727_301;

    private final Session database;
    private final Clock clock;

    BankTables(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void lock() {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) as locked", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    void keepRubric(String id, int version, String body) {
        database.createNativeMutationQuery("insert into rubric_version (id, version, body)"
                        + " values (:id, :version, cast(:body as jsonb)) on conflict do nothing")
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("body", body)
                .executeUpdate();
    }

    void putTopic(String id, int position, String guide) {
        database.createNativeMutationQuery(
                        "insert into topic (id, position, guide) values (:id, :position, cast(:guide as jsonb))"
                                + " on conflict (id) do update set position = excluded.position, guide = excluded.guide")
                .setParameter("id", id)
                .setParameter("position", position)
                .setParameter("guide", guide)
                .executeUpdate();
    }

    void putSection(String topic, String id, int position, String title) {
        database.createNativeMutationQuery(
                        "insert into section (topic_id, id, position, title) values (:topic, :id, :position, :title)"
                                + " on conflict (topic_id, id) do update set position = excluded.position, title = excluded.title")
                .setParameter("topic", topic)
                .setParameter("id", id)
                .setParameter("position", position)
                .setParameter("title", title)
                .executeUpdate();
    }

    Optional<CurrentVersion> findCurrentVersion(String question) {
        return database.createNativeQuery(
                        "select v.version, v.content_hash from question q join question_version v"
                                + " on v.question_id = q.id and v.version = q.current_version where q.id = :id",
                        Object[].class)
                .setParameter("id", question)
                .uniqueResultOptional()
                .map(row -> new CurrentVersion((int) row[0], (byte[]) row[1]));
    }

    void putQuestion(Question question, int position, int version) {
        database.createNativeMutationQuery(
                        "insert into question (id, topic_id, section_id, position, level, kind, current_version)"
                                + " values (:id, :topic, :section, :position, :level, :kind, :version)"
                                + " on conflict (id) do update set topic_id = excluded.topic_id,"
                                + " section_id = excluded.section_id, position = excluded.position,"
                                + " level = excluded.level, kind = excluded.kind,"
                                + " current_version = excluded.current_version")
                .setParameter("id", question.id())
                .setParameter("topic", question.topic())
                .setParameter("section", question.section())
                .setParameter("position", position)
                .setParameter("level", question.level().name())
                .setParameter("kind", question.kind().name())
                .setParameter("version", version)
                .executeUpdate();
    }

    void addVersion(String question, int version, byte[] hash, String body) {
        database.createNativeMutationQuery(
                        "insert into question_version (question_id, version, content_hash, body, created_at)"
                                + " values (:question, :version, :hash, cast(:body as jsonb), :now)")
                .setParameter("question", question)
                .setParameter("version", version)
                .setParameter("hash", hash)
                .setParameter("body", body)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The newest version of a question. */
    @SuppressWarnings("ArrayRecordComponent") // a hash, compared by Arrays.equals
    record CurrentVersion(int version, byte[] contentHash) {}
}
