package dev.greenroom.worker.followup;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Contradiction;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.worker.language.Clause;
import dev.greenroom.worker.language.Sentence;
import dev.greenroom.worker.language.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what an answer says against an earlier one of its thread: a concept that was covered and is wrong now, or a
 * sentence that turns an earlier one. Taking back what was wrong is no contradiction.
 */
final class Contradicting {

    /** Below it two sentences that differ by a denial may well differ by what is denied. */
    private static final double AS_GOOD_AS_THE_SAME = 0.8;

    private static final int FEWEST_WORDS = 3;

    private Contradicting() {}

    static Optional<Contradiction> find(List<Reply> earlier, Reply now) {
        return earlier.reversed().stream()
                .flatMap(reply -> Stream.concat(byConcept(reply, now), byWords(reply, now)))
                .findFirst();
    }

    private static Stream<Contradiction> byConcept(Reply earlier, Reply now) {
        return inState(ConceptState.WRONG, now)
                .flatMap(wrong -> inState(ConceptState.COVERED, earlier)
                        .filter(covered -> covered.id().equals(wrong.id()))
                        .map(covered -> new Contradiction(
                                earlier.answerId(),
                                covered.evidence().getFirst(),
                                wrong.evidence().getFirst())));
    }

    private static Stream<ConceptFinding> inState(ConceptState state, Reply reply) {
        return reply.turn().concepts().stream().filter(finding -> finding.state() == state);
    }

    private static Stream<Contradiction> byWords(Reply earlier, Reply now) {
        List<Said> before =
                said(earlier).filter(said -> !isWrong(said, earlier)).toList();
        return said(now)
                .flatMap(later -> before.stream()
                        .filter(later::turns)
                        .map(said -> new Contradiction(earlier.answerId(), said.quote(), later.quote())));
    }

    private static boolean isWrong(Said said, Reply reply) {
        return inState(ConceptState.WRONG, reply)
                .flatMap(finding -> finding.evidence().stream())
                .anyMatch(said::overlaps);
    }

    private static Stream<Said> said(Reply reply) {
        return Sentences.split(reply.text()).stream()
                .filter(Sentence::complete)
                .map(sentence -> Said.of(sentence, reply.text()))
                .filter(Said::tells);
    }

    /** A sentence with the place where it stands. */
    private record Said(Evidence quote, Clause clause) {

        static Said of(Sentence sentence, String text) {
            return new Said(Evidence.in(text, sentence.start(), sentence.end()), Clause.of(sentence.in(text)));
        }

        /** Whether it makes a claim of its author's own that is long enough to be recognised. */
        boolean tells() {
            return clause.stems().size() >= FEWEST_WORDS
                    && !clause.negation().reported()
                    && !quote.quote().endsWith("?");
        }

        boolean turns(Said earlier) {
            return clause.resembles(earlier.clause)
                    && clause.turns(earlier.clause, clause.shares(earlier.clause, AS_GOOD_AS_THE_SAME));
        }

        boolean overlaps(Evidence other) {
            return quote.start() < other.end() && other.start() < quote.end();
        }
    }
}
