package dev.greenroom.worker.opinion;

import dev.greenroom.worker.assessment.Opinion;
import dev.greenroom.worker.assessment.SecondOpinion;
import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.writing.ResultWriting;
import jakarta.inject.Singleton;

/** Hears the second opinion on answers, many at a time, and stores what comes of it. */
@Singleton
public final class Opinions {

    private final SecondOpinion opinion;
    private final OpinionRoom room;
    private final Deferral deferral;
    private final ResultWriting results;
    private final Insistence insistence;

    Opinions(SecondOpinion opinion, OpinionRoom room, Deferral deferral, ResultWriting results, Insistence insistence) {
        this.opinion = opinion;
        this.room = room;
        this.deferral = deferral;
        this.results = results;
        this.insistence = insistence;
    }

    /** Blocks until the answer is settled or put off; outside of any transaction. */
    public void settle(Unsettled answer) {
        if (!room.admit(answer.claim(), () -> consider(answer))) {
            deferral.forLackOfRoom(answer);
        }
    }

    private void consider(Unsettled answer) {
        switch (opinion.consider(answer.request())) {
            case Opinion.Settled(var assessment) ->
                insistence.insist(() -> results.write(answer.settledBy(assessment)));
            case Opinion.Postponed(String reason, var after) -> deferral.forTheJudge(answer, reason, after);
        }
    }
}
