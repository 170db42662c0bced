package dev.greenroom.worker.concept;

import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.question.Misconception;
import dev.greenroom.worker.language.Negation;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.Quotes;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.List;
import java.util.Optional;

/**
 * Finds where an answer says the opposite of a concept: what is nearer to a misconception than to the truth, or the
 * truth with its polarity turned, which token vectors by themselves are blind to.
 */
final class Contradictions {

    private static final double MARGIN = 0.06;
    private static final double SUPPORT = 0.7;

    /** Below this cosine two clauses speak of different things, and comparing their polarity punishes honest answers. */
    private static final double ALIGNED = 0.85;

    private final ConceptTexts texts;
    private final ConceptScale scale;
    private final List<String> right;

    Contradictions(ConceptTexts texts, ConceptScale scale) {
        this.texts = texts;
        this.scale = scale;
        this.right = texts.listRight();
    }

    /** The clearest contradiction. */
    Optional<Found> find(Matches matches) {
        Found clearest = null;
        for (int i = 0; i < matches.answer().passages().size(); i++) {
            Optional<Found> found = findIn(matches, i);
            if (found.isPresent() && (clearest == null || found.get().margin() > clearest.margin())) {
                clearest = found.get();
            }
        }
        return Optional.ofNullable(clearest);
    }

    private Optional<Found> findIn(Matches matches, int passage) {
        String said = matches.answer().in(matches.answer().passages().get(passage));
        if (Negation.reported(said)) {
            return Optional.empty();
        }
        return findMisconception(matches, passage, said).or(() -> findDenial(matches, passage, said));
    }

    private Optional<Found> findMisconception(Matches matches, int passage, String said) {
        double truth = texts.right().stream()
                .mapToDouble(text -> ConceptTexts.similarity(matches, text, passage))
                .max()
                .orElseThrow();
        for (int i = 0; i < texts.wrong().size(); i++) {
            Misconception misconception = texts.concept().misconceptions().get(i);
            double error = ConceptTexts.similarity(matches, texts.wrong().get(i), passage);
            boolean nearer = error - truth >= MARGIN && scale.support(error) >= SUPPORT;
            if (nearer && Negation.denies(said) == Negation.denies(misconception.statement())) {
                return Optional.of(
                        found(matches, passage, texts.wrong().get(i), error - truth, misconception.correction()));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> findDenial(Matches matches, int passage, String said) {
        AnswerText.Passage place = matches.answer().passages().get(passage);
        if (place.to() - place.from() > 1 || Negation.conditional(said)) {
            return Optional.empty();
        }
        ReferenceText denied = null;
        for (int i = 0; i < right.size(); i++) {
            if (matches.cosine(texts.right().get(i), passage) > ALIGNED) {
                if (Negation.conditional(right.get(i)) || Negation.denies(right.get(i)) == Negation.denies(said)) {
                    return Optional.empty();
                }
                denied = texts.right().get(i);
            }
        }
        return denied == null
                ? Optional.empty()
                : Optional.of(found(matches, passage, denied, 0, texts.concept().statement()));
    }

    private static Found found(Matches matches, int passage, ReferenceText text, double margin, String correction) {
        Evidence evidence =
                Quotes.tightest(matches, text, matches.answer().passages().get(passage));
        return new Found(passage, evidence, margin, correction);
    }

    /**
     * Something wrong.
     *
     * @param margin how much nearer it is to the error than to the truth
     */
    record Found(int passage, Evidence evidence, double margin, String correction) {}
}
