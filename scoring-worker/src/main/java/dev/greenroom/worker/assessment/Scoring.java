package dev.greenroom.worker.assessment;

import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.worker.concept.Judgement;
import dev.greenroom.worker.encoder.Encoder;
import dev.greenroom.worker.feedback.Rationale;
import dev.greenroom.worker.gate.Cleaning;
import dev.greenroom.worker.gate.Gate;
import dev.greenroom.worker.gate.Verdict;
import dev.greenroom.worker.matching.Manner;
import dev.greenroom.worker.rubric.Certainty;
import dev.greenroom.worker.rubric.Feature;
import dev.greenroom.worker.rubric.Grades;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The path of one answer: gate, cleaning, comparison, concepts, grades, words. Runs on the calling thread. */
final class Scoring {

    private static final String UNRELIABLE = "TRANSCRIPT_UNRELIABLE";

    private final Encoder encoder;
    private final StudiedKeys keys;

    Scoring(Encoder encoder, StudiedKeys keys) {
        this.encoder = encoder;
        this.keys = keys;
    }

    Assessment assess(AnswerKey key, AnswerInput input) {
        Report report = new Report(key, input, encoder.model());
        return switch (Gate.judge(input.text(), input.skipped(), input.transcriptConfidence(), key.modelAnswer())) {
            case Verdict.NoEvidence(Flag flag) -> report.nothing(EnumSet.of(flag));
            case Verdict.Unreliable() -> report.unscored(UNRELIABLE, EnumSet.of(Flag.LOW_TRANSCRIPT_CONFIDENCE));
            case Verdict.Scorable(List<Flag> flags) -> score(key, input, flags, report);
        };
    }

    /** The features that an answer's grade is computed from, by its nearness to the first model answer. */
    Map<Feature, Double> measure(AnswerKey key, String answer) {
        StudiedKey studied = keys.require(key);
        Cleaning cleaning = Cleaning.none(answer);
        Reading reading = read(cleaning, studied);
        return studied.grader().measure(reading.matches());
    }

    private Reading read(Cleaning cleaning, StudiedKey studied) {
        return Reading.of(cleaning, encoder.encode(cleaning.text(), studied.spelling()), studied.references());
    }

    private Assessment score(AnswerKey key, AnswerInput input, List<Flag> gateFlags, Report report) {
        Cleaning cleaning = Cleaning.of(input.text(), key.prompt());
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(gateFlags);
        flags.addAll(cleaning.flags());
        if (cleaning.sentences().isEmpty()) {
            return report.nothing(flags);
        }
        StudiedKey studied = keys.require(key);
        Reading reading = read(cleaning, studied);
        Manner manner = reading.mannerBeside(key);
        Judgement judgement = studied.concepts().judge(reading.matches(), manner);
        Grades grades = studied.grader().grade(reading.matches(), judgement, manner);
        flags.addAll(flagsOf(judgement, grades));
        Rationale rationale =
                new Rationale(judgement.concepts(), reading.matches().answer(), manner);
        return report.scored(
                rationale, judgement.concepts(), grades, Certainty.of(grades, flags, reading.words()), flags);
    }

    private static Set<Flag> flagsOf(Judgement judgement, Grades grades) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (judgement.contradictsItself()) {
            flags.add(Flag.CONTRADICTION);
        }
        if (grades.offTopic()) {
            flags.add(Flag.OFF_TOPIC);
        }
        return flags;
    }
}
