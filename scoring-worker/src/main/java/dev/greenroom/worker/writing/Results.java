package dev.greenroom.worker.writing;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.ReportReadiness;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.StoredEvaluation;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.database.IdParameters;
import dev.greenroom.worker.lease.Claim;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of answers, and moves their interviews on. Part of the caller's transaction; each method says so,
 * having changed nothing, if a claim is no longer ours.
 *
 * <p>Sessions are locked before their answers, as everywhere, and in the order of their ids, so that no two transactions
 * wait for each other. A statement writes the rows of all results at once, since its way to the database and back costs
 * more than a row.
 */
@Singleton
final class Results {

    private static final String SESSIONS = "select s from session s where s.id in :ids order by s.id";

    // Stateless: what is written here is known beforehand, so nothing has to be found out by comparing.
    private final StatelessSession database;
    private final Fence fence;
    private final Evaluations evaluations;
    private final InterviewMoves moves;
    private final Clock clock;

    Results(StatelessSession database, Fence fence, Evaluations evaluations, InterviewMoves moves, Clock clock) {
        this.database = database;
        this.fence = fence;
        this.evaluations = evaluations;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Takes results of different sessions.
     *
     * @return the answers whose results count
     */
    Set<UUID> score(Collection<ScoredAnswer> results) {
        Map<UUID, Session> sessions =
                lock(results.stream().map(ScoredAnswer::sessionId).toList());
        Set<UUID> ours = fence.pass(results.stream()
                .filter(result -> sessions.containsKey(result.sessionId()))
                .map(ScoredAnswer::outcome)
                .toList());
        Instant now = clock.instant();
        store(results.stream()
                .filter(result -> ours.contains(result.answerId()))
                .map(result -> new Counting(require(sessions, result), result))
                .sorted(Comparator.comparing(Counting::candidate))
                .map(counting -> step(counting, now))
                .toList());
        return ours;
    }

    private static Session require(Map<UUID, Session> sessions, ScoredAnswer result) {
        return Objects.requireNonNull(sessions.get(result.sessionId()));
    }

    /** A result that counts. What candidates master is locked in the order of their names, for the same reason. */
    private record Counting(Session session, ScoredAnswer result) {

        String candidate() {
            return session.candidateRef().orElse("");
        }
    }

    private Step step(Counting counting, Instant now) {
        EventType type = counting.result().hasScore() ? EventType.ANSWER_SCORED : EventType.ANSWER_UNSCORED;
        return step(counting.session(), counting.result(), Stage.FINAL, type, now);
    }

    /**
     * Writes a first evaluation that is not the last word, and moves the interview on; the answer stays claimed. Returns
     * the evaluation, also when this very claim has written it before; null if the claim is no longer ours.
     */
    @Nullable Evaluation scoreForNow(ScoredAnswer scored) {
        Session session = lock(scored.sessionId());
        if (session == null) {
            return null;
        }
        if (!fence.holdsWithoutEvaluation(scored.claim())) {
            return evaluations.findUnder(scored.claim());
        }
        Step step = step(session, scored, Stage.PRELIMINARY, EventType.ANSWER_PRELIMINARY, clock.instant());
        store(List.of(step));
        return step.evaluation().orElseThrow().body();
    }

    private Step step(Session session, ScoredAnswer result, Stage stage, EventType type, Instant now) {
        InterviewEvent event = new InterviewEvent(session, type, result.turn().id(), result.answerId(), now);
        Move move = moves.after(session, result, now);
        Optional<StoredEvaluation> evaluation = Optional.of(result.evaluation(stage, move.followUp(), now));
        return reporting(Step.of(session, evaluation, event, move, now), now).tracedBy(result.traceparent());
    }

    /** A step, which also says so if it leaves nothing open in its interview. */
    private Step reporting(Step step, Instant now) {
        return ReportReadiness.find(step.session(), database, now)
                .map(step::and)
                .orElse(step);
    }

    /** Ends the claim without a result: an evaluation that is there has the last word, else the answer has failed. */
    GivenUp giveUp(Claim claim, FailureReason reason) {
        Evaluations.Known answer = evaluations.findKnown(claim.answerId());
        Session session = answer == null ? null : lock(answer.turn().sessionId());
        if (answer == null || session == null) {
            return GivenUp.LATE;
        }
        Evaluation newest = answer.newest();
        if (newest == null) {
            return fail(claim, answer.turn(), session, reason) ? GivenUp.FAILED : GivenUp.LATE;
        }
        return settle(claim, answer, newest, session, reason) ? GivenUp.SETTLED : GivenUp.LATE;
    }

    private boolean fail(Claim claim, Turn turn, Session session, FailureReason reason) {
        if (!fence.passes(new Outcome(claim, AnswerStatus.FAILED, reason.name()))) {
            return false;
        }
        Instant now = clock.instant();
        InterviewEvent event = new InterviewEvent(session, EventType.ANSWER_FAILED, turn.id(), claim.answerId(), now);
        Move move = moves.afterFailure(session, turn, now);
        store(List.of(reporting(Step.of(session, Optional.empty(), event, move, now), now)));
        return true;
    }

    private boolean settle(
            Claim claim, Evaluations.Known known, Evaluation newest, Session session, FailureReason reason) {
        boolean hasScore = newest.status() == EvaluationStatus.SCORED;
        AnswerStatus status = hasScore ? AnswerStatus.SCORED : AnswerStatus.UNSCORED;
        if (!fence.passes(new Outcome(claim, status, newest.reason()))) {
            return false;
        }
        Instant now = clock.instant();
        EventType type = hasScore ? EventType.ANSWER_SCORED : EventType.ANSWER_UNSCORED;
        InterviewEvent event = new InterviewEvent(session, type, known.turn().id(), claim.answerId(), now);
        Optional<StoredEvaluation> last = last(known, newest, reason, now);
        store(List.of(reporting(Step.of(session, last, event, new Move.Stayed(), now), now)));
        return true;
    }

    /** What makes the newest evaluation the last word, unless it is that already. */
    private static Optional<StoredEvaluation> last(
            Evaluations.Known known, Evaluation newest, FailureReason reason, Instant now) {
        if (newest.stage() == Stage.FINAL) {
            return Optional.empty();
        }
        UUID id = TimeOrderedIds.next();
        Evaluation last = newest.asFinal(IdKind.EVALUATION.format(id), reason.name(), now);
        return Optional.of(new StoredEvaluation(id, known.answer(), last));
    }

    private @Nullable Session lock(UUID session) {
        return lock(List.of(session)).get(session);
    }

    /** Those of the sessions that there are still, by their ids. */
    private Map<UUID, Session> lock(List<UUID> sessions) {
        IdParameters ids = IdParameters.of(sessions);
        return ids.bind(database.createQuery(ids.spellOut(SESSIONS), Session.class))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(Session::id, Function.identity()));
    }

    private void store(List<Step> steps) {
        database.insertMultiple(Step.turns(steps));
        database.insertMultiple(Step.evaluations(steps));
        database.insertMultiple(Step.events(steps));
        database.insertMultiple(Step.messages(steps));
        database.updateMultiple(Step.sessions(steps));
    }
}
