package dev.greenroom.worker.assessment;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.gate.Cleaning;
import dev.greenroom.worker.language.Word;
import dev.greenroom.worker.language.WordOrder;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.References;
import java.util.List;

/**
 * An answer compared with the references of its question.
 *
 * @param prose false for lists of keywords and words in no order
 */
record Reading(Matches matches, int words, boolean prose) {

    /** @param encoded the text that cleaning left over */
    static Reading of(Cleaning cleaning, Encoded encoded, References references) {
        AnswerText answer = new AnswerText(cleaning.text(), encoded, cleaning.sentences());
        List<Word> words = Word.listIn(cleaning.text());
        boolean prose = !WordOrder.isKeywordList(words) && !WordOrder.isShuffled(words);
        return new Reading(new Matches(references, answer), words.size(), prose);
    }
}
