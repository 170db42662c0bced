package dev.greenroom.worker.writing;

import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.StoredEvaluation;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the end of one answer's scoring adds to its interview. */
record Step(Session session, Optional<StoredEvaluation> evaluation, Optional<Turn> turn, List<InterviewEvent> events) {

    /**
     * A step of the trace of the calling thread.
     *
     * @param ofTheAnswer the event that tells of the answer; that of the move comes after it
     */
    static Step of(
            Session session,
            Optional<StoredEvaluation> evaluation,
            InterviewEvent ofTheAnswer,
            Move move,
            Instant now) {
        List<InterviewEvent> events = Stream.concat(Stream.of(ofTheAnswer), move.event(session, now).stream())
                .toList();
        return new Step(session, evaluation, move.newTurn(), events);
    }

    /** The same with one more event. */
    Step and(InterviewEvent event) {
        return new Step(
                session,
                evaluation,
                turn,
                Stream.concat(events.stream(), Stream.of(event)).toList());
    }

    /** The same, now that its events belong to another trace. */
    Step tracedBy(@Nullable String traceparent) {
        events.forEach(event -> event.traceBy(traceparent));
        return this;
    }

    static List<StoredEvaluation> evaluations(List<Step> steps) {
        return steps.stream().map(Step::evaluation).flatMap(Optional::stream).toList();
    }

    static List<Turn> turns(List<Step> steps) {
        return steps.stream().map(Step::turn).flatMap(Optional::stream).toList();
    }

    static List<InterviewEvent> events(List<Step> steps) {
        return steps.stream().map(Step::events).flatMap(List::stream).toList();
    }

    static List<OutboxMessage> messages(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.events().stream())
                .map(InterviewEvent::envelope)
                .map(OutboxMessage::of)
                .toList();
    }

    static List<Session> sessions(List<Step> steps) {
        return steps.stream().map(Step::session).toList();
    }
}
