package dev.greenroom.api.session;

import dev.greenroom.api.bank.QuestionEntry;
import java.util.Map;

/**
 * What is known of a candidate when questions are drawn.
 *
 * @param timesAsked how often each question was asked as a main question
 * @param masteryByQuestion how well the candidate does on the concepts of a question, from 0 to 1
 * @param masteryBySection the same of all concepts of a section
 */
record CandidateHistory(
        Map<String, Integer> timesAsked, Map<String, Double> masteryByQuestion, Map<String, Double> masteryBySection) {

    /** Of whom nothing is known. */
    static final CandidateHistory NONE = new CandidateHistory(Map.of(), Map.of(), Map.of());

    /** Between what went well and what did not. */
    private static final double UNKNOWN = 0.5;

    CandidateHistory {
        timesAsked = Map.copyOf(timesAsked);
        masteryByQuestion = Map.copyOf(masteryByQuestion);
        masteryBySection = Map.copyOf(masteryBySection);
    }

    int timesAsked(QuestionEntry entry) {
        return timesAsked.getOrDefault(entry.ref().id(), 0);
    }

    /** Of the question itself; of its section as long as the question was never asked. */
    double mastery(QuestionEntry entry) {
        return masteryByQuestion.getOrDefault(
                entry.ref().id(), masteryBySection.getOrDefault(entry.section(), UNKNOWN));
    }
}
