package dev.greenroom.api.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.QuestionRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The sample answers that wait for a worker; each call is a transaction of its own. */
@ApplicationScoped
class Trials {

    private final Session database;
    private final Clock clock;

    Trials(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    UUID add(UUID tenant, QuestionRef question, TryQuestion order, Duration patience) {
        UUID id = TimeOrderedIds.next();
        Instant now = clock.instant();
        database.createNativeMutationQuery(
                        "insert into trial (id, tenant_id, question_id, question_version, follow_up_id, text, created_at,"
                                + " expires_at) values (:id, :tenant, :question, :version, cast(:followUp as text),"
                                + " :text, :now, :end)")
                .setParameter("id", id)
                .setParameter("tenant", tenant)
                .setParameter("question", question.id())
                .setParameter("version", question.version())
                .setParameter("followUp", order.followUpId())
                .setParameter("text", order.text())
                .setParameter("now", now)
                .setParameter("end", now.plus(patience))
                .executeUpdate();
        return id;
    }

    /** How far the trial is; empty while no worker is done with it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Done> findDone(UUID id) {
        return database.createNativeQuery(
                        "select cast(result as text) as result from trial where id = :id and done_at is not null",
                        Object[].class)
                .addScalar("result", String.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(row -> new Done(read((String) row[0])));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void remove(UUID id) {
        database.createNativeMutationQuery("delete from trial where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private static @Nullable TrialView read(@Nullable String result) {
        try {
            return result == null ? null : StoredJson.MAPPER.readValue(result, TrialView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The worker's assessment cannot be read", e);
        }
    }

    /**
     * What a worker left.
     *
     * @param view null when it could not score the sample
     */
    record Done(@Nullable TrialView view) {}
}
