package dev.greenroom.api.report;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Improvement;
import dev.greenroom.model.id.IdKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Picks what would have helped most from all that the evaluations advise. */
final class Advising {

    private static final int MOST = 3;

    private Advising() {}

    /** The most urgent advice first, each concept once; what a follow-up has put right meanwhile is left out. */
    static List<ReportView.TopImprovement> top(List<QuestionThread> threads) {
        Set<String> seen = new HashSet<>();
        return threads.stream()
                .flatMap(Advising::candidates)
                .filter(candidate -> candidate.urgency() > 0)
                .sorted(Comparator.comparingInt(Candidate::urgency).reversed())
                .filter(candidate -> seen.add(candidate.key()))
                .limit(MOST)
                .map(Candidate::view)
                .toList();
    }

    private static Stream<Candidate> candidates(QuestionThread thread) {
        List<ConceptOutcome> outcomes = thread.concepts();
        return thread.turns().stream().flatMap(turn -> candidates(turn, outcomes));
    }

    private static Stream<Candidate> candidates(AnsweredTurn turn, List<ConceptOutcome> outcomes) {
        Evaluation evaluation = turn.evaluation();
        return evaluation == null
                ? Stream.empty()
                : evaluation.improvements().stream()
                        .map(advice -> new Candidate(turn, advice, urgency(advice, evaluation, outcomes)));
    }

    /** Of a concept of the main question, as it stands in the end; of what only a follow-up asks, as it was answered. */
    private static int urgency(Improvement advice, Evaluation evaluation, List<ConceptOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.conceptId().equals(advice.conceptId()))
                .findFirst()
                .or(() -> evaluation.concepts().stream()
                        .filter(finding -> finding.id().equals(advice.conceptId()))
                        .map(Advising::asAnswered)
                        .findFirst())
                .map(ConceptOutcome::urgency)
                .orElse(0);
    }

    private static ConceptOutcome asAnswered(ConceptFinding finding) {
        return new ConceptOutcome(
                "", finding.id(), finding.label(), finding.weight(), finding.state(), finding.state());
    }

    private record Candidate(AnsweredTurn turn, Improvement advice, int urgency) {

        String question() {
            return turn.turn().question().slug();
        }

        String key() {
            return question() + "/" + advice.conceptId();
        }

        ReportView.TopImprovement view() {
            return new ReportView.TopImprovement(
                    question(),
                    IdKind.TURN.format(turn.turn().id()),
                    advice.conceptId(),
                    advice.text(),
                    advice.nextStep());
        }
    }
}
