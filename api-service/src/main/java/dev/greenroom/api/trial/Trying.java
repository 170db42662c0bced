package dev.greenroom.api.trial;

import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.model.question.QuestionRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Has a worker score a sample answer and waits for it, without holding a connection meanwhile. */
@ApplicationScoped
class Trying {

    private static final long LOOK_EVERY_MS = 100;

    private final Questions questions;
    private final Trials trials;
    private final TrialSettings settings;
    private final Clock clock;
    private final Semaphore room;

    Trying(Questions questions, Trials trials, TrialSettings settings, Clock clock) {
        this.questions = questions;
        this.trials = trials;
        this.settings = settings;
        this.clock = clock;
        this.room = new Semaphore(settings.atOnce());
    }

    TrialView score(UUID tenant, String slug, TryQuestion order) {
        QuestionRef question =
                questions.findNewest(tenant, slug).orElseThrow(() -> new Fault.Missing("question", slug));
        requireFollowUp(question, order);
        if (!room.tryAcquire()) {
            throw new Fault.Unavailable("overloaded", "Too many sample answers are being scored; try again.");
        }
        try {
            return await(trials.add(tenant, question, order, settings.patience()));
        } finally {
            room.release();
        }
    }

    private void requireFollowUp(QuestionRef question, TryQuestion order) {
        String id = order.followUpId();
        if (id != null && questions.require(question).findFollowUp(id).isEmpty()) {
            throw new Fault.Unacceptable(
                    "unknown_follow_up",
                    "The question has no follow-up " + id + ".",
                    new Violation("/followUpId", "is none of this question"));
        }
    }

    private TrialView await(UUID trial) {
        try {
            Instant end = clock.instant().plus(settings.patience());
            Optional<Trials.Done> done = trials.findDone(trial);
            while (done.isEmpty() && clock.instant().isBefore(end) && pause()) {
                done = trials.findDone(trial);
            }
            return view(done);
        } finally {
            trials.remove(trial);
        }
    }

    private static TrialView view(Optional<Trials.Done> done) {
        TrialView view = done.orElseThrow(
                        () -> new Fault.Unavailable("no_worker", "No worker has scored the sample in time; try again."))
                .view();
        if (view == null) {
            throw new Fault.Unavailable("trial_failed", "The sample could not be scored; the worker's log says why.");
        }
        return view;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
