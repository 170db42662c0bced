package dev.greenroom.worker.opinion;

import dev.greenroom.model.interview.InterviewFlow;
import dev.greenroom.model.interview.NextStep;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.assessment.OpinionRequest;
import dev.greenroom.worker.assessment.OpinionRequest.EarlierTurn;
import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.database.Tenants;
import dev.greenroom.worker.database.Transactions;
import dev.greenroom.worker.followup.Probing;
import dev.greenroom.worker.followup.Rephrasing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Has the follow-up that an answer leads to put into the candidate's words. */
@Singleton
final class FollowUpWording {

    private final Rephrasing rephrasing;
    private final StatelessSession database;
    private final Tenants tenants;
    private final Transactions transactions;
    private final Insistence insistence;

    FollowUpWording(
            Rephrasing rephrasing,
            StatelessSession database,
            Tenants tenants,
            Transactions transactions,
            Insistence insistence) {
        this.rephrasing = rephrasing;
        this.database = database;
        this.tenants = tenants;
        this.transactions = transactions;
        this.insistence = insistence;
    }

    /** Whether the next turn may have to wait for its words. */
    boolean isDue(Unsettled scored) {
        return scored.first().probe().isPresent() && rephrasing.offered();
    }

    /** The answer with its follow-up in the words in which it is to be asked. Outside of any transaction. */
    Unsettled word(Unsettled scored) {
        return findNext(scored)
                .flatMap(probe -> rephrasing.rephrase(probing(scored, probe)).map(probe::asking))
                .map(scored::asking)
                .orElse(scored);
    }

    /** The follow-up, if it is what the interview goes on with as things stand; nobody is paid for one that is not asked. */
    private Optional<Probe> findNext(Unsettled scored) {
        Turn answered = scored.first().turn();
        return findSession(answered)
                .map(session ->
                        InterviewFlow.after(session, answered, scored.first().probe()))
                .flatMap(next ->
                        next instanceof NextStep.AskFollowUp(Probe probe) ? Optional.of(probe) : Optional.empty());
    }

    private Optional<Session> findSession(Turn turn) {
        return insistence.insist(() -> transactions.call(() -> {
            tenants.enter(List.of(turn.tenantId()));
            return Optional.ofNullable(database.get(Session.class, turn.sessionId()));
        }));
    }

    private static Probing probing(Unsettled scored, Probe probe) {
        OpinionRequest request = scored.request();
        List<String> asked = Stream.concat(
                        request.thread().stream().map(EarlierTurn::prompt),
                        Stream.of(scored.first().turn().prompt()))
                .toList();
        return Probing.of(
                request.tenant(),
                request.question(),
                probe,
                asked,
                request.input().text());
    }
}
