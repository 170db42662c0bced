package dev.greenroom.worker.judge.reply;

import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.worker.language.TracedText;
import dev.greenroom.worker.language.Word;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a judge quotes in the answer; what isn't there, or shows nothing, is not found. */
public final class QuoteSearch {

    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST = 600;
    private static final Pattern TRIMMINGS =
            Pattern.compile("^[\\s\"“”«»]*(?:\\.{3}|…)?\\s*|\\s*(?:\\.{3}|…)?[\\s\"“”«»]*$");

    private final String original;
    private final String kept;
    private final TracedText plain;
    private final TracedText folded;
    private final int fewestWords;

    /**
     * A search in one answer.
     *
     * @param original the whole answer, which offsets refer to
     * @param kept the same with blanks in the place of what the judge was not to see
     */
    public QuoteSearch(String original, String kept) {
        this.original = original;
        this.kept = kept;
        this.plain = TracedText.plain(kept);
        this.folded = TracedText.folded(kept);
        int words = Word.listIn(kept).size();
        // Of a very short answer, all that is there may be quoted.
        this.fewestWords = Math.min(FEWEST_WORDS, Math.max(1, (words + 1) / 2));
    }

    /** As it stands, then without invisible characters, then folded; offsets are the original's. */
    public Optional<Evidence> find(String quote) {
        String bare = TRIMMINGS.matcher(quote).replaceAll("");
        if (bare.length() > LONGEST || Word.listIn(bare).size() < fewestWords) {
            return Optional.empty();
        }
        return exactly(bare)
                .or(() -> plain.find(TracedText.plain(bare).toString().strip()))
                .or(() -> folded.find(TracedText.folded(bare).toString().strip()))
                .flatMap(this::ofTheOriginal);
    }

    private Optional<Evidence> exactly(String quote) {
        int at = kept.indexOf(quote);
        return at < 0 ? Optional.empty() : Optional.of(Evidence.in(kept, at, at + quote.length()));
    }

    /** A quote that spans what was left out is none. */
    private Optional<Evidence> ofTheOriginal(Evidence found) {
        return original.startsWith(found.quote(), found.start()) ? Optional.of(found) : Optional.empty();
    }
}
