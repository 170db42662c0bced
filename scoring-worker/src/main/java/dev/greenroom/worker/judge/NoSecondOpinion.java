package dev.greenroom.worker.judge;

import dev.greenroom.worker.assessment.Opinion;
import dev.greenroom.worker.assessment.OpinionRequest;
import dev.greenroom.worker.assessment.SecondOpinion;

/** Where no judge is configured: the first assessment is the last word. */
final class NoSecondOpinion implements SecondOpinion {

    @Override
    public boolean wanted(OpinionRequest request) {
        return false;
    }

    @Override
    public Opinion consider(OpinionRequest request) {
        return new Opinion.Settled(request.first());
    }
}
