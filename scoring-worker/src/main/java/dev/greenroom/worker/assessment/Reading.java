package dev.greenroom.worker.assessment;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.gate.Cleaning;
import dev.greenroom.worker.language.Word;
import dev.greenroom.worker.language.WordOrder;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Focus;
import dev.greenroom.worker.matching.Manner;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.References;
import java.util.List;

/**
 * An answer compared with the references of its question.
 */
record Reading(Matches matches, int words, WordOrder order) {

    /**
     * Compares an answer.
     *
     * @param encoded the {@linkplain Cleaning#text() text} that cleaning left over
     */
    static Reading of(Cleaning cleaning, Encoded encoded, References references) {
        AnswerText answer = new AnswerText(cleaning.answer(), encoded, cleaning.sentences());
        List<Word> words = Word.listIn(cleaning.text());
        return new Reading(new Matches(references, answer), words.size(), WordOrder.of(words));
    }

    /** How the answer is put. Without concepts too little is known of what else belongs to the question. */
    Manner mannerBeside(AnswerKey key) {
        Focus focus = key.concepts().isEmpty()
                ? Focus.WHOLE
                : Focus.of(matches, key.modelAnswer().length());
        return new Manner(order, focus);
    }
}
