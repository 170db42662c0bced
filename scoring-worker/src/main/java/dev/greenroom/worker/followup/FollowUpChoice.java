package dev.greenroom.worker.followup;

import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules by which a curated follow-up is chosen. How many may be asked is decided elsewhere. */
public final class FollowUpChoice {

    private static final Set<Flag> NOTHING_TO_PROBE = EnumSet.of(Flag.SKIPPED, Flag.NO_ANSWER, Flag.DONT_KNOW);
    private static final int GOOD_ENOUGH_FOR_HARDER = 75;

    private FollowUpChoice() {}

    /**
     * The follow-up that the last turn of a thread calls for.
     *
     * @param thread in order, the main turn first, the turn just scored last
     */
    public static Optional<Probe> choose(Question question, List<ThreadTurn> thread) {
        ThreadTurn last = thread.getLast();
        if (last.score() == null || !Collections.disjoint(last.flags(), NOTHING_TO_PROBE)) {
            return Optional.empty();
        }
        List<FollowUp> open = question.followUps().stream()
                .filter(followUp -> !asked(followUp, thread))
                .toList();
        Standing standing = Standing.of(question, thread);
        if (standing.allCovered() && last.score() >= GOOD_ENOUGH_FOR_HARDER) {
            return harder(question, open);
        }
        return standing.gaps().stream()
                .flatMap(gap -> probe(gap, open).stream())
                .findFirst();
    }

    private static boolean asked(FollowUp followUp, List<ThreadTurn> thread) {
        return thread.stream().anyMatch(turn -> followUp.id().equals(turn.followUpId()));
    }

    private static Optional<Probe> probe(Gap gap, List<FollowUp> open) {
        return open.stream()
                .filter(followUp -> followUp.when().asksAbout(gap.concept().id(), gap.state()))
                .findFirst()
                .map(followUp -> new Probe(followUp, List.of(gap.concept().id()), gap.trigger()));
    }

    private static Optional<Probe> harder(Question question, List<FollowUp> open) {
        List<String> concepts = question.concepts().stream().map(Concept::id).toList();
        return open.stream()
                .filter(followUp -> followUp.when().allCovered())
                .min(Comparator.comparing(followUp -> !followUp.harder()))
                .map(followUp -> new Probe(followUp, concepts, Trigger.ALL_COVERED));
    }
}
