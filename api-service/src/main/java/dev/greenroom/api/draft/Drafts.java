package dev.greenroom.api.draft;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.session.OpenTurns;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The stored drafts: one at most for each turn, and none for a turn that was answered. */
@ApplicationScoped
public class Drafts {

    private final OpenTurns turns;
    private final EntityManager database;
    private final Clock clock;

    Drafts(OpenTurns turns, EntityManager database, Clock clock) {
        this.turns = turns;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps the text in place of the one that is there.
     *
     * @param precondition looks at the draft as it is now, if there is one, and refuses the change by throwing
     */
    @Transactional
    SavedDraft save(UUID tenant, Place place, String text, Consumer<Optional<DraftView>> precondition) {
        Turn turn = turns.requireLocked(tenant, place.session(), place.turn()).turn();
        Draft draft = database.find(Draft.class, turn.id());
        precondition.accept(Optional.ofNullable(draft).map(Draft::view));
        if (draft == null) {
            Draft first = new Draft(turn, text, clock.instant());
            database.persist(first);
            return new SavedDraft(first.view(), true);
        }
        draft.save(text, clock.instant());
        return new SavedDraft(draft.view(), false);
    }

    /** The draft, also of a session that is over: what was not sent is not lost. */
    @Transactional
    DraftView require(UUID tenant, Place place) {
        UUID session =
                IdKind.SESSION.parse(place.session()).orElseThrow(() -> new Fault.Missing("session", place.session()));
        return IdKind.TURN
                .parse(place.turn())
                .map(id -> database.find(Draft.class, id))
                .filter(draft -> draft.isOf(tenant, session))
                .orElseThrow(() -> new Fault.Missing("draft", place.turn()))
                .view();
    }

    /** Forgets the draft of a turn, if there is one; part of the transaction that answers the turn. */
    public void discard(Turn turn) {
        // Not in HQL, of which Hibernate translates all that changes rows anew each time.
        database.createNativeQuery("delete from draft where turn_id = :turn")
                .setParameter("turn", turn.id())
                .executeUpdate();
    }

    /** Where a draft belongs, by public ids. */
    record Place(String session, String turn) {}

    /** A draft as it was saved, and whether it is the turn's first. */
    record SavedDraft(DraftView view, boolean isFirst) {}
}
