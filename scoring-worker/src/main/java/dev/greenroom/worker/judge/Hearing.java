package dev.greenroom.worker.judge;

import dev.greenroom.worker.judge.budget.Usage;
import dev.greenroom.worker.judge.provider.Outcome.Failed;
import dev.greenroom.worker.judge.reply.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of all calls for one answer.
 *
 * @param model as the server named it; empty when nothing was said
 * @param trouble what kept the first silent sample from speaking
 */
record Hearing(List<Verdict> verdicts, String model, Usage usage, Optional<Failed> trouble) {

    Hearing {
        verdicts = List.copyOf(verdicts);
    }

    /** One sample. */
    sealed interface Voice {
        Usage usage();
    }

    record Spoken(Verdict verdict, String model, Usage usage) implements Voice {}

    record Silent(Failed failed, Usage usage) implements Voice {}

    static Hearing of(List<Voice> voices) {
        List<Verdict> verdicts = new ArrayList<>();
        String model = "";
        Optional<Failed> trouble = Optional.empty();
        Usage usage = Usage.NONE;
        for (Voice voice : voices) {
            usage = usage.plus(voice.usage());
            switch (voice) {
                case Spoken spoken -> {
                    verdicts.add(spoken.verdict());
                    model = spoken.model();
                }
                case Silent silent -> trouble = trouble.or(() -> Optional.of(silent.failed()));
            }
        }
        return new Hearing(verdicts, model, usage, trouble);
    }
}
